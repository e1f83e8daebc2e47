import type { usePlayback } from "../player/usePlayback";
import { playbackKeys } from "../player/usePlayerKeys";
import { useKeys } from "../ui/shortcuts";

interface TakeActs {
  playback: ReturnType<typeof usePlayback>;
  fullScreen(): void;
  reuse(): void;
  back(): void;
  download?(): void;
  favorite(): void;
  remove(): void;
  copyLink(): void;
  remix(): void;
}

/** The keys of a take's page. */
export function useTakeKeys(acts: TakeActs): void {
  useKeys((press) => ({
    ...playbackKeys(acts.playback, press),
    f: acts.fullScreen,
    u: acts.reuse,
    d: acts.download,
    s: acts.favorite,
    l: acts.copyLink,
    r: acts.remix,
    delete: acts.remove,
    escape: acts.back,
  }));
}
