import { api, unwrap } from "../../api/client";
import type { Preferences } from "./preferences";

type Kept = Record<string, unknown>;

export const preferencesKey = ["preferences"] as const;

export const fetchPreferences = async (signal?: AbortSignal): Promise<Kept> =>
  (await unwrap(api.GET("/api/preferences", { signal: signal ?? null }))) as Kept;

/** Reads what is kept at this time first, so that what others keep beside it is not lost. */
export async function keepPreferences(change: Preferences): Promise<Kept> {
  const kept = await fetchPreferences();
  return (await unwrap(api.PUT("/api/preferences", { body: { ...kept, ...change } as never }))) as Kept;
}
