import type { QueryClient } from "@tanstack/react-query";
import { libraryKey, type Listing } from "../library/cache";

export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
  /** Counted from 1; null where nobody knows how many there are. */
  readonly place: number | null;
  readonly count: number;
}

/** Where a take stands among others. */
export function neighboursIn(ids: readonly string[], id: string, whole: boolean): Neighbours | null {
  const index = ids.indexOf(id);
  return index < 0
    ? null
    : {
        previous: ids[index - 1] ?? null,
        next: ids[index + 1] ?? null,
        place: whole ? index + 1 : null,
        count: ids.length,
      };
}

/** The neighbours in the listing that was looked at last, as it was filtered; else in the feed. */
export function neighboursOf(queryClient: QueryClient, feed: readonly string[], id: string): Neighbours | null {
  const listings = queryClient
    .getQueryCache()
    .findAll({ queryKey: libraryKey })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  for (const listing of listings) {
    const pages = (listing.state.data as Listing | undefined)?.pages ?? [];
    const ids = pages.flatMap(({ items }) => items.map((item) => item.id));
    const found = neighboursIn(ids, id, pages.at(-1)?.next === undefined);
    if (found !== null) {
      return found;
    }
  }
  return neighboursIn(feed, id, false);
}
