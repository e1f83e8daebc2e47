import { useEffect, useLayoutEffect, useRef } from "react";
import { useLocation } from "wouter";

/** Another page begins at its top, unless the browser went back or forward to it: then where one was is for the browser and the page to find. */
export function useScrollToTop(): void {
  const [path] = useLocation();
  const travelled = useRef(false);
  const shown = useRef(path);
  useEffect(() => {
    function travel(): void {
      travelled.current = true;
    }
    addEventListener("popstate", travel);
    return () => removeEventListener("popstate", travel);
  }, []);
  useLayoutEffect(() => {
    if (shown.current !== path && !travelled.current) {
      scrollTo(0, 0);
    }
    shown.current = path;
    travelled.current = false;
  }, [path]);
}
