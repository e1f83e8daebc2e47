import { useEffect } from "react";
import type { usePlayback } from "../player/usePlayback";
import { useLatest } from "../ui/latest";
import { isOff } from "../ui/singleKeys";

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

const closest = (target: EventTarget | null, what: string) =>
  target instanceof HTMLElement && target.closest(what) !== null;

/** The keys of a take's page. They are off while typing and under a dialog; a slider keeps its own arrows. */
export function useTakeKeys(acts: TakeActs): void {
  const latest = useLatest(acts);
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      const { playback, fullScreen, reuse, back, download, favorite, remove, copyLink, remix } = latest.current;
      const busy =
        closest(event.target, "input, textarea, select, [role=slider], [role=menu]") ||
        document.querySelector('[role="dialog"], [role="menu"]') !== null;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || busy || isOff(event)) {
        return;
      }
      const frames = event.shiftKey ? 10 : 1;
      const keys: Record<string, (() => void) | undefined> = {
        " ": closest(event.target, "button, a") ? undefined : playback.toggle,
        arrowleft: () => playback.step(-frames),
        arrowright: () => playback.step(frames),
        f: fullScreen,
        u: reuse,
        d: download,
        s: favorite,
        l: copyLink,
        r: remix,
        delete: remove,
        escape: back,
      };
      const act = keys[event.key.toLowerCase()];
      if (act !== undefined) {
        event.preventDefault();
        act();
      }
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [latest]);
}
