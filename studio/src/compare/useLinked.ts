import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { hasDrifted, leaderOf, placeOf } from "./linked";

interface Moment {
  readonly time: number;
  readonly duration: number;
  readonly playing: boolean;
}

const still: Moment = { time: 0, duration: 0, playing: false };
const lengthOf = (video: HTMLVideoElement) => (Number.isFinite(video.duration) ? video.duration : 0);

/** One transport for several videos: linked, they play as one and keep in step; else it moves the one last touched. */
export function useLinked() {
  const videos = useRef(new Map<string, HTMLVideoElement>());
  const touched = useRef<string | null>(null);
  const [linked, setLinked] = useState(true);
  const [loop, setLoop] = useState(true);
  const [moment, setMoment] = useState(still);
  const mode = useRef({ linked, loop });
  useEffect(() => {
    mode.current = { linked, loop };
  }, [linked, loop]);

  const led = useCallback((): { leader: HTMLVideoElement | undefined; all: readonly HTMLVideoElement[] } => {
    const all = [...videos.current.values()];
    if (mode.current.linked) {
      return { leader: all[leaderOf(all.map(lengthOf))], all };
    }
    const one = videos.current.get(touched.current ?? "") ?? all[0];
    return { leader: one, all: one === undefined ? [] : [one] };
  }, []);

  const acts = useMemo(() => {
    const seek = (time: number) => led().all.forEach((video) => (video.currentTime = placeOf(time, lengthOf(video))));
    const play = () => led().all.forEach((video) => void video.play().catch(() => undefined));
    return {
      seek,
      toggle() {
        const { leader, all } = led();
        if (leader === undefined || !leader.paused) {
          all.forEach((video) => video.pause());
        } else {
          if (leader.currentTime >= lengthOf(leader)) {
            seek(0);
          }
          play();
        }
      },
      /** Makes a video part of the whole, or takes it out. */
      register(id: string, video: HTMLVideoElement | null) {
        if (video === null) {
          videos.current.delete(id);
        } else {
          videos.current.set(id, video);
        }
      },
      touch(id: string) {
        touched.current = id;
      },
      restart() {
        seek(0);
        play();
      },
    };
  }, [led]);

  useEffect(() => {
    let frame = 0;
    function follow(): void {
      const { leader, all } = led();
      if (leader !== undefined) {
        const { currentTime: time, paused, ended } = leader;
        if (ended && mode.current.loop) {
          acts.restart();
        }
        if (!paused) {
          all
            .filter((video) => video !== leader && hasDrifted(video.currentTime, placeOf(time, lengthOf(video))))
            .forEach((video) => (video.currentTime = placeOf(time, lengthOf(video))));
        }
        const next = { time, duration: lengthOf(leader), playing: !paused };
        setMoment((last) =>
          last.time === next.time && last.playing === next.playing && last.duration === next.duration ? last : next,
        );
      }
      frame = requestAnimationFrame(follow);
    }
    frame = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(frame);
  }, [acts, led]);

  return { ...moment, linked, loop, setLinked, setLoop, ...acts };
}

export type Linked = ReturnType<typeof useLinked>;
