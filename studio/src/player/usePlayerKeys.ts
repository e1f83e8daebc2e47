import { type Keys, useKeys } from "../ui/shortcuts";
import type { usePlayback } from "./usePlayback";

interface PlayerActs {
  playback: ReturnType<typeof usePlayback>;
  fullScreen(): void;
  reuse(): void;
  download(): void;
  copyLink(): void;
  remix(): void;
}

const pressIn = (control: string) => () =>
  document.querySelector<HTMLElement>(`[role="dialog"] [data-testid=${control}]`)?.click();

/** Space, and arrows by frame (Shift: ten). */
export function playbackKeys({ toggle, step }: ReturnType<typeof usePlayback>, { shiftKey }: KeyboardEvent): Keys {
  const frames = shiftKey ? 10 : 1;
  return { " ": toggle, arrowleft: () => step(-frames), arrowright: () => step(frames) };
}

/** The keys of the open player: those of playing and those of a take. */
export function usePlayerKeys(acts: PlayerActs): void {
  useKeys(
    (press) => ({
      ...playbackKeys(acts.playback, press),
      f: acts.fullScreen,
      u: acts.reuse,
      d: acts.download,
      s: pressIn("favorite"),
      l: acts.copyLink,
      r: acts.remix,
      delete: pressIn("delete-take"),
    }),
    { inDialog: true },
  );
}
