import { api, unwrap } from "../../api/client";
import type { AccountChange, AccountEntry, NewAccount } from "../shared/types";

export const accountsKey = ["admin", "accounts"] as const;

export const fetchAccounts = (cursor: string, signal: AbortSignal) =>
  unwrap(
    api.GET("/api/admin/accounts", { signal, params: { query: { limit: 100, ...(cursor !== "" && { cursor }) } } }),
  );

export const grantsKey = (id: string) => ["admin", "grants", id] as const;

/** What administrators gave an account and took back lately, newest first. */
export const fetchGrants = (id: string, signal: AbortSignal) =>
  unwrap(api.GET("/api/admin/accounts/{id}/grants", { signal, params: { path: { id }, query: { limit: 5 } } }));

export const addAccount = (body: NewAccount): Promise<AccountEntry> =>
  unwrap(api.POST("/api/admin/accounts", { body }));

export const changeAccount = (id: string, body: AccountChange): Promise<AccountEntry> =>
  unwrap(api.PATCH("/api/admin/accounts/{id}", { params: { path: { id } }, body }));

export const makeLink = (id: string) =>
  unwrap(api.POST("/api/admin/accounts/{id}/sign-in-link", { params: { path: { id } } }));

/** Gives credits, or takes them back where the sum is negative. */
export const changeCredits = (id: string, credits: number, reason: string) => {
  const request = { params: { path: { id } }, body: { credits, reason } };
  return unwrap(
    credits < 0
      ? api.POST("/api/admin/accounts/{id}/adjustments", request)
      : api.POST("/api/admin/accounts/{id}/grants", request),
  );
};
