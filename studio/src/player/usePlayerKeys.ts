import { useEffect } from "react";
import { useLatest } from "../ui/latest";
import { singleKeysOn } from "../ui/singleKeys";
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

/** The keys of the open player: Space, arrows by frame (Shift: ten), and those of a take. A slider keeps its own arrows. */
export function usePlayerKeys(acts: PlayerActs): void {
  const latest = useLatest(acts);
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const { playback, fullScreen, reuse, download, copyLink, remix } = latest.current;
      const onControl =
        event.target instanceof HTMLElement && event.target.closest("[role=slider], [role=menu]") !== null;
      const onButton = event.target instanceof HTMLElement && event.target.closest("button, a") !== null;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || onControl || !singleKeysOn()) {
        return;
      }
      const frames = event.shiftKey ? 10 : 1;
      const keys: Record<string, () => void> = {
        ...(onButton ? {} : { " ": playback.toggle }),
        ArrowLeft: () => playback.step(-frames),
        ArrowRight: () => playback.step(frames),
        f: fullScreen,
        u: reuse,
        d: download,
        s: pressIn("favorite"),
        l: copyLink,
        r: remix,
        Delete: pressIn("delete-take"),
      };
      const act = keys[event.key];
      if (act !== undefined) {
        event.preventDefault();
        act();
      }
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [latest]);
}
