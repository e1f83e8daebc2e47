import { fetchAccount } from "../../api/calls";
import { api, unwrap } from "../../api/client";
import type { components } from "../../api/schema";

type Schemas = components["schemas"];

export type LedgerEntry = Schemas["LedgerEntryResponse"];
export type LedgerPage = Schemas["LedgerPage"];
export type UsagePage = Schemas["UsagePage"];
export type UsageItem = Schemas["UsageResponse"];

export const fetchUsage = (from: string, signal: AbortSignal): Promise<UsagePage> =>
  unwrap(api.GET("/api/account/usage", { params: { query: { from } }, signal }));

export const fetchLedger = (cursor: string | undefined, limit: number, signal?: AbortSignal): Promise<LedgerPage> =>
  unwrap(
    api.GET("/api/account/ledger", {
      params: { query: cursor === undefined ? { limit } : { cursor, limit } },
      signal: signal ?? null,
    }),
  );

/** The ledger's head, with what could be spent after its newest entry; null where that changed while it was read. */
export async function fetchLedgerHead(
  limit: number,
  signal: AbortSignal,
): Promise<LedgerPage & { available: number | null }> {
  const before = await fetchAccount(signal);
  const page = await fetchLedger(undefined, limit, signal);
  const after = await fetchAccount(signal);
  const still = before.balance === after.balance && before.held === after.held;
  return { ...page, available: still ? after.available : null };
}
