import { type MouseEvent, useEffect, useRef } from "react";

/** Milliseconds after which a pointer that rests on a card means it. */
const rest = 120;

/** The card under a pointer that has come to rest; one that the page scrolls under it does not count. */
export function usePointed(onPoint: (id: string) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onMouseMove({ target, movementX, movementY }: MouseEvent): void {
      clearTimeout(timer.current);
      const id = target instanceof Element ? target.closest<HTMLElement>("[data-model]")?.dataset.model : undefined;
      if (id !== undefined && (movementX !== 0 || movementY !== 0)) {
        timer.current = setTimeout(() => onPoint(id), rest);
      }
    },
    onMouseLeave: () => clearTimeout(timer.current),
  };
}
