import { useEffect } from "react";
import { inDialog } from "../ui/shortcuts";

/** Ctrl or ⌘ with K, also while typing; a dialog that is open keeps the keys to itself. */
export function usePaletteKey(open: () => void): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
        event.preventDefault();
        if (!inDialog()) {
          open();
        }
      }
    }
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [open]);
}
