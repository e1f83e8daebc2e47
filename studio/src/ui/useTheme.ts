import { useSyncExternalStore } from "react";
import { currentTheme, type Theme } from "./theme";

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

/** The theme of the page, whoever changed it. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, currentTheme);
