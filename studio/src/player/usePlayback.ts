import { type RefObject, useEffect, useMemo, useState } from "react";

export interface Playback {
  readonly playing: boolean;
  readonly time: number;
  readonly duration: number;
  readonly muted: boolean;
  readonly volume: number;
  readonly speed: number;
  readonly loop: boolean;
  readonly failed: boolean;
}

export const speeds = [0.25, 0.5, 1, 1.5, 2] as const;

/** A video's state as React sees it, and the acts on it. */
export function usePlayback(video: RefObject<HTMLVideoElement | null>, frameRate: number) {
  const [state, setState] = useState<Playback>({
    playing: false,
    time: 0,
    duration: 0,
    muted: true,
    volume: 1,
    speed: 1,
    loop: true,
    failed: false,
  });

  useEffect(() => {
    const element = video.current;
    if (element === null) {
      return;
    }
    const read = () =>
      setState({
        playing: !element.paused && !element.ended,
        time: element.currentTime,
        duration: Number.isFinite(element.duration) ? element.duration : 0,
        muted: element.muted,
        volume: element.volume,
        speed: element.playbackRate,
        loop: element.loop,
        failed: element.error !== null,
      });
    const names = [
      "play",
      "pause",
      "ended",
      "timeupdate",
      "seeking",
      "loadedmetadata",
      "volumechange",
      "ratechange",
      "error",
    ];
    names.forEach((name) => element.addEventListener(name, read));
    read();
    // timeupdate comes four times a second; while it plays the bar follows every frame.
    let frame = 0;
    const follow = () => {
      if (!element.paused) {
        read();
      }
      frame = requestAnimationFrame(follow);
    };
    frame = requestAnimationFrame(follow);
    return () => {
      cancelAnimationFrame(frame);
      names.forEach((name) => element.removeEventListener(name, read));
    };
  }, [video]);

  const acts = useMemo(() => {
    const on = (act: (element: HTMLVideoElement) => void) => {
      if (video.current !== null) {
        act(video.current);
      }
    };
    const seek = (time: number) => on((v) => (v.currentTime = Math.min(v.duration || 0, Math.max(0, time))));
    return {
      toggle: () => on((v) => (v.paused ? void v.play().catch(() => undefined) : v.pause())),
      seek,
      /** Steps by whole frames and stops there; half a frame past its start, so that rounding cannot land before it. */
      step: (frames: number) =>
        on((v) => {
          v.pause();
          const frame = Math.floor(v.currentTime * frameRate + 1e-3) + frames;
          seek((frame + 0.5) / frameRate);
        }),
      mute: () => on((v) => (v.muted = !v.muted)),
      setVolume: (volume: number) =>
        on((v) => {
          v.volume = volume;
          v.muted = volume === 0;
        }),
      setSpeed: (speed: number) => on((v) => (v.playbackRate = speed)),
      toggleLoop: () =>
        on((v) => {
          v.loop = !v.loop;
          v.dispatchEvent(new Event("ratechange"));
        }),
    };
  }, [video, frameRate]);

  return { ...state, ...acts };
}
