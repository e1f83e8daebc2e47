import { type RefObject, useEffect, useRef, useState } from "react";
import { useLatest } from "../ui/latest";
import { type Clip, clipAt, lengthOf } from "./film";

function moveTo(element: HTMLVideoElement, time: number): void {
  element.currentTime = time;
}

/** Plays the finished shots one after the other in one video element. */
export function useFilm(clips: readonly Clip[], video: RefObject<HTMLVideoElement | null>) {
  const [index, setIndex] = useState(0);
  const [time, setTime] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [muted, setMuted] = useState(true);
  const landing = useRef(0);
  const all = useLatest(clips);
  const place = Math.min(index, Math.max(0, clips.length - 1));
  const clip = clips[place];

  useEffect(() => {
    let frame = 0;
    function follow(): void {
      const element = video.current;
      if (element !== null && !element.paused) {
        setTime(element.currentTime);
      }
      frame = requestAnimationFrame(follow);
    }
    frame = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(frame);
  }, [video]);

  function go(to: number, within = 0): void {
    const next = Math.min(Math.max(0, to), Math.max(0, all.current.length - 1));
    setTime(within);
    if (next === place && video.current !== null) {
      moveTo(video.current, within);
    } else {
      landing.current = within;
      setIndex(next);
    }
  }

  return {
    clip,
    place,
    playing,
    muted,
    mute: () => setMuted((now) => !now),
    /** Of the film. */
    time: (clip?.starts ?? 0) + time,
    duration: lengthOf(clips),
    toggle() {
      const element = video.current;
      if (element === null) {
        return;
      }
      if (playing) {
        setPlaying(false);
        element.pause();
      } else {
        setPlaying(true);
        void element.play().catch(() => setPlaying(false));
      }
    },
    seek(to: number) {
      const at = clipAt(all.current, to);
      go(at.index, at.within);
    },
    next: () => go(place + 1),
    previous: () => go(place - 1),
    show(id: string) {
      const found = all.current.findIndex((each) => each.id === id);
      if (found >= 0 && found !== place) {
        go(found);
      }
    },
    /** To be called when the element has a new clip. */
    loaded() {
      const element = video.current;
      if (element !== null) {
        moveTo(element, landing.current);
        landing.current = 0;
        if (playing) {
          void element.play().catch(() => setPlaying(false));
        }
      }
    },
    ended() {
      if (place + 1 < all.current.length) {
        go(place + 1);
      } else {
        setPlaying(false);
        go(0);
      }
    },
  };
}

export type Film = ReturnType<typeof useFilm>;
