import { type RefObject, useLayoutEffect, useState } from "react";

/** How wide an element is, and how far below the page's top it begins. */
export function usePlace(element: RefObject<HTMLElement | null>): { width: number; top: number } {
  const [place, setPlace] = useState({ width: 0, top: 0 });
  useLayoutEffect(() => {
    const node = element.current;
    if (node === null) {
      return;
    }
    const read = () => {
      const { width, top } = node.getBoundingClientRect();
      const next = { width: Math.floor(width), top: Math.round(top + scrollY) };
      setPlace((known) => (known.width === next.width && known.top === next.top ? known : next));
    };
    read();
    // What stands above it moves it without changing its width.
    const observer = new ResizeObserver(read);
    observer.observe(node);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [element]);
  return place;
}
