import { api, unwrap } from "../api/client";
import type { components } from "../api/schema";

export type Shared = components["schemas"]["SharedResponse"];

export const fetchShared = (token: string, signal?: AbortSignal): Promise<Shared> =>
  unwrap(api.GET("/api/shared/{token}", { params: { path: { token } }, signal: signal ?? null }));
