import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { useShortcuts } from "../ui/shortcuts";

const goFor = 1_500;
const goals: Readonly<Record<string, string>> = { c: "/", l: "/library", p: "/compare", a: "/account" };

/** G, then a letter: goes to a place. The second key does nothing else. */
export function useGoKeys(): void {
  const [, navigate] = useLocation();
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);
  useShortcuts({
    g() {
      stop.current?.();
      const next = (event: KeyboardEvent) => {
        end();
        const goal = goals[event.key.toLowerCase()];
        if (goal !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
          event.stopImmediatePropagation();
          navigate(goal);
        }
      };
      const end = () => {
        clearTimeout(timer);
        removeEventListener("keydown", next, { capture: true });
      };
      const timer = setTimeout(end, goFor);
      addEventListener("keydown", next, { capture: true });
      stop.current = end;
    },
  });
}
