import { useEffect } from "react";
import { useLatest } from "./latest";
import { singleKeysOn } from "./singleKeys";

/** Single-key shortcuts: off while typing, with a modifier, inside dialogs, and where the person has turned them off. */
export function useShortcuts(keys: Record<string, () => void>, active = true): void {
  const latest = useLatest(keys);
  useEffect(() => {
    if (!active) {
      return;
    }
    function press(event: KeyboardEvent): void {
      if (
        !singleKeysOn() ||
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isBusy(event.target)
      ) {
        return;
      }
      const act = latest.current[event.key.toLowerCase()];
      if (act !== undefined) {
        event.preventDefault();
        act();
      }
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [active, latest]);
}

/** Whether a dialog is open, or a panel that has the keys as one does. */
export const inDialog = (): boolean => document.querySelector('[role="dialog"]:not([data-state="closed"])') !== null;

function isBusy(target: EventTarget | null): boolean {
  const typing = target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
  return typing || inDialog();
}
