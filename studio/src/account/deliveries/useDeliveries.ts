import { useInfiniteQuery } from "@tanstack/react-query";
import { deliveriesKey, fetchDeliveries } from "./calls";
import type { DeliveryFilter } from "./filter";

const soon = 4_000;
const later = 20_000;

/** The log's pages, read again while something in them waits to be tried. */
export function useDeliveries(filter: DeliveryFilter) {
  return useInfiniteQuery({
    queryKey: [...deliveriesKey, filter],
    queryFn: ({ pageParam, signal }) => fetchDeliveries(filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((one) => one.state === "waiting")) ? soon : later,
  });
}
