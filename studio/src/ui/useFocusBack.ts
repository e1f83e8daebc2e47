import { useMemo, useRef } from "react";

/** What had the focus when a dialog opened gets it back when the dialog closes, if it is still there. */
export function useFocusBack() {
  const opener = useRef<HTMLElement | null>(null);
  return useMemo(
    () => ({
      remember(): void {
        opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      },
      giveBack(event: Event): void {
        event.preventDefault();
        opener.current?.focus();
      },
    }),
    [],
  );
}
