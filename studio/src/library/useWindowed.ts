import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";

interface Windowed {
  /** How high each item is; another array means that they are measured anew. */
  sizes: readonly number[];
  /** How far below the page's top the first one begins. */
  top: number;
  gap?: number;
  lanes?: number;
  /** How many are drawn beyond either edge of the window. */
  beyond: number;
  keyOf(index: number): string | number;
}

/** Which items of a long list are near the window, and where they stand. Its answers change without a new identity: do not memoize over them. */
export function useWindowed({ sizes, top, gap = 0, lanes = 1, beyond, keyOf }: Windowed) {
  // oxlint-disable-next-line react/incompatible-library -- The compiler that this warns of is not used here.
  const virtual = useWindowVirtualizer<HTMLElement>({
    count: sizes.length,
    estimateSize: (index) => sizes[index] ?? 0,
    getItemKey: keyOf,
    gap,
    lanes,
    overscan: beyond,
    scrollMargin: top,
  });
  const measured = useRef(sizes);
  useEffect(() => {
    if (measured.current !== sizes) {
      measured.current = sizes;
      virtual.measure();
    }
  }, [sizes, virtual]);
  return { items: virtual.getVirtualItems(), height: virtual.getTotalSize() };
}
