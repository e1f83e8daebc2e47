/** Reads all pages that were loaded as one list. */
export function itemsOf<T>(data: { pages: readonly { items: readonly T[] }[] } | undefined): readonly T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}

/** Options of a list that is read by cursor. */
export const byCursor = {
  initialPageParam: "",
  getNextPageParam: (last: { next?: string | null }) => last.next ?? undefined,
};
