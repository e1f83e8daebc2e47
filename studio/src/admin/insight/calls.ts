import { api, unwrap } from "../../api/client";
import type { Reconcile } from "../shared/types";

export const stuckKey = ["admin", "stuck"] as const;

export const fetchTimes = (signal: AbortSignal) => unwrap(api.GET("/api/admin/response-times", { signal }));

/** What was accepted so many minutes ago or longer and has not ended, oldest first. */
export const fetchStuck = (minutes: number, cursor: string, signal: AbortSignal) =>
  unwrap(
    api.GET("/api/admin/stuck", {
      signal,
      params: { query: { minutes, limit: 100, ...(cursor !== "" && { cursor }) } },
    }),
  );

/** Asks the provider how a take of one's own stands, and settles what it says. */
export const syncTake = (id: string) => unwrap(api.POST("/api/generations/{id}/sync", { params: { path: { id } } }));

export const fetchReconcile = async (from: string, signal: AbortSignal): Promise<Reconcile> =>
  // Without `format` the answer is JSON.
  (await unwrap(api.GET("/api/admin/reconcile", { signal, params: { query: { from } } }))) as Reconcile;
