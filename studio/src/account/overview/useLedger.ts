import { useInfiniteQuery } from "@tanstack/react-query";
import { fetchLedger, fetchLedgerHead, type LedgerPage } from "./calls";
import { type LedgerLine, withAvailable } from "./ledger";

const pageSize = 24;

/** The ledger's pages as one list of lines. */
export function useLedger() {
  const pages = useInfiniteQuery({
    queryKey: ["ledger"],
    queryFn: ({ pageParam, signal }): Promise<LedgerPage & { available?: number | null }> =>
      pageParam === undefined ? fetchLedgerHead(pageSize, signal) : fetchLedger(pageParam, pageSize, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });
  const lines: readonly LedgerLine[] | undefined =
    pages.data &&
    withAvailable(
      pages.data.pages.flatMap((page) => page.items),
      pages.data.pages[0]?.available ?? null,
    );
  return { pages, lines };
}
