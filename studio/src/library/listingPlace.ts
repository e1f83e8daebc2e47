import { useLayoutEffect, useRef } from "react";

interface ListingPlace {
  readonly address: string;
  readonly top: number;
}

let left: ListingPlace | null = null;

const here = () => location.pathname + location.search;

/** Notes from where, and how far down, a take is opened. */
export function leaveListing(): void {
  left = { address: here(), top: scrollY };
}

/** The listing that a take was opened from, as it was filtered; the whole library when it was opened otherwise. */
export function listingAddress(): string {
  return left?.address ?? "/library";
}

/** Begins at the top, or, back from a take, where one was; once there is something to scroll. */
export function useListingPlace(ready: boolean): void {
  const begun = useRef(false);
  useLayoutEffect(() => {
    if (!ready || begun.current) {
      return;
    }
    begun.current = true;
    const top = left !== null && left.address === here() ? left.top : 0;
    left = null;
    scrollTo(0, top);
    // The list takes its height with its first measuring, a frame later.
    const frame = requestAnimationFrame(() => scrollTo(0, top));
    return () => cancelAnimationFrame(frame);
  }, [ready]);
}
