import { useEffect } from "react";
import { useLatest } from "./latest";
import { isOff } from "./singleKeys";

/** What keys do, by their names in lower case, "alt+arrowup" with Alt; what is missing is left to the browser. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>;

interface Where {
  /** Whether they are on at all. */
  active?: boolean;
  /** In a dialog that has them for its own, rather than under all dialogs. */
  inDialog?: boolean;
}

/**
 * Shortcuts of a page, told anew at each press. They rest while typing, with Ctrl, in menus, under dialogs, and where the person has
 * turned single keys off; buttons and links keep Space, sliders all keys that move them.
 */
export function useKeys(keysOf: (press: KeyboardEvent) => Keys, { active = true, inDialog = false }: Where = {}): void {
  const latest = useLatest(keysOf);
  useEffect(() => {
    if (!active) {
      return;
    }
    function press(event: KeyboardEvent): void {
      const isFree = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !isOff(event);
      if (!isFree || isKept(event) || (!inDialog && isCovered())) {
        return;
      }
      const act = latest.current(event)[(event.altKey ? "alt+" : "") + event.key.toLowerCase()];
      if (act !== undefined) {
        event.preventDefault();
        act();
      }
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [active, inDialog, latest]);
}

/** Shortcuts that are the same at each press. */
export const useShortcuts = (keys: Keys, active = true): void => useKeys(() => keys, { active });

/** Whether a dialog is open, or a panel that has the keys as one does. */
export const inDialog = (): boolean => isOpen("dialog");

const isOpen = (role: string) => document.querySelector(`[role="${role}"]:not([data-state="closed"])`) !== null;

const isCovered = () => inDialog() || isOpen("menu");

/** Whether what has the focus needs the key itself. */
function isKept({ target, key }: KeyboardEvent): boolean {
  const isIn = (what: string) => target instanceof Element && target.closest(what) !== null;
  return (
    isIn("input, textarea, select, [contenteditable], [role=menu]") ||
    (key === " " && isIn("button, a")) ||
    (key.length > 1 && isIn("[role=slider]"))
  );
}
