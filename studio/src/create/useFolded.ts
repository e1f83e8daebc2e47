import { type RefObject, useEffect, useState } from "react";
import { useMedia } from "../ui/media";

const foldAfter = 60;

/** Narrow or low screens: the composer folds to one line while the feed is read, and opens when it is touched. */
export function useFolded(dock: RefObject<HTMLElement | null>): boolean {
  const small = useMedia("(width <= 760px) or (height <= 520px)");
  const [reading, setReading] = useState(false);
  useEffect(() => {
    const element = dock.current;
    if (!small || element === null) {
      return;
    }
    const decide = () => setReading(scrollY > foldAfter && !element.contains(document.activeElement));
    // A finger that moves on the feed is reading it: the keyboard goes away and the composer with it.
    const read = (event: TouchEvent) => {
      const active = document.activeElement;
      if (active instanceof HTMLElement && element.contains(active) && !element.contains(event.target as Node)) {
        active.blur();
        decide();
      }
    };
    const open = () => setReading(false);
    decide();
    addEventListener("scroll", decide, { passive: true });
    addEventListener("touchmove", read, { passive: true });
    element.addEventListener("focusin", open);
    return () => {
      removeEventListener("scroll", decide);
      removeEventListener("touchmove", read);
      element.removeEventListener("focusin", open);
    };
  }, [dock, small]);
  return small && reading;
}
