import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useFeed } from "../feed/FeedProvider";
import { changePages, type Listing, listingKey, orderKey, stampOf } from "./cache";
import { fetchLibrary } from "./calls";
import { type LibraryFilter, queryOf } from "./filter";
import { withLast, withNewest, withStates } from "./pages";

const settle = 400;

/** The takes that fit a filter, page by page, kept current by the feed. */
export function useLibrary(filter: LibraryFilter) {
  const queryClient = useQueryClient();
  const { takes: live } = useFeed();
  const { order } = filter;
  const query = queryOf(filter);
  const stamp = stampOf(filter);
  const key = useMemo(() => listingKey(stamp), [stamp]);
  const listing = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetchLibrary(query, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: (before) => before,
  });

  // States of takes at once; which takes there are, by reading the page that new ones come to a moment later.
  // A listing that is shown again as it was left is read anew too: what came and went meanwhile is not in it.
  const read = useRef<{ key: readonly string[]; live: unknown }>(null);
  useEffect(() => {
    const first = read.current?.key !== key;
    if (read.current?.live === live && !first) {
      return;
    }
    read.current = { key, live };
    if (first && queryClient.getQueryData(key) === undefined) {
      return;
    }
    queryClient.setQueryData<Listing>(key, (known) => changePages(known, (pages) => withStates(pages, live)));
    const timer = setTimeout(() => {
      if (order === "own") {
        // New ones come anywhere. What is being moved is read afterwards.
        if (queryClient.isMutating({ mutationKey: orderKey }) === 0) {
          void queryClient.invalidateQueries({ queryKey: key }, { cancelRefetch: false });
        }
        return;
      }
      const oldestFirst = order === "oldest";
      const params = queryClient.getQueryData<Listing>(key)?.pageParams ?? [];
      fetchLibrary(JSON.parse(stamp), (oldestFirst && params.at(-1)) || null).then(
        (page) =>
          queryClient.setQueryData<Listing>(key, (known) =>
            changePages(known, (pages) => (oldestFirst ? withLast : withNewest)(pages, page)),
          ),
        () => undefined, // The next event, or the stream's return, reads it again.
      );
    }, settle);
    return () => clearTimeout(timer);
  }, [live, key, stamp, order, queryClient]);

  const takes = useMemo(() => listing.data?.pages.flatMap(({ items }) => items) ?? [], [listing.data]);
  return { ...listing, takes };
}
