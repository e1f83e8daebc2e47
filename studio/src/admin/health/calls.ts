import { api, unwrap } from "../../api/client";
import type { Diagnostics } from "../shared/types";

export const diagnosticsKey = ["admin", "diagnostics"] as const;
export const verdictsKey = ["admin", "verdicts"] as const;

export const fetchDiagnostics = async (signal: AbortSignal): Promise<Diagnostics> =>
  // Without `format` the answer is JSON.
  (await unwrap(api.GET("/api/admin/diagnostics", { signal }))) as Diagnostics;

export const beginDiagnostics = () => unwrap(api.POST("/api/admin/diagnostics"));

/** The newest readings, of all models or of one. */
export const fetchVerdicts = (signal: AbortSignal, model?: string) =>
  unwrap(
    api.GET("/api/admin/probes", {
      signal,
      params: { query: model === undefined ? { limit: 100 } : { model, limit: 24 } },
    }),
  );

export const probe = (model: string) => unwrap(api.POST("/api/admin/probes", { body: { model } }));

/** Has the model's cheapest video made, which costs what it costs. */
export const render = (model: string) => unwrap(api.POST("/api/admin/probes", { body: { model, render: true } }));
