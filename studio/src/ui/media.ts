import { useSyncExternalStore } from "react";

/** Follows a media query. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener("change", listener);
      return () => list.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
  );
}

export const useNarrow = () => useMedia("(width <= 760px)");
export const useReducedMotion = () => useMedia("(prefers-reduced-motion: reduce)");
export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
