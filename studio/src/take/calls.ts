import { api, unwrap } from "../api/client";
import type { components } from "../api/schema";
import type { Asset, Generation } from "../api/types";

export type Action = components["schemas"]["GenerationAction"];
export type HistoryEntry = components["schemas"]["HistoryEntryResponse"];
export type LedgerEntry = components["schemas"]["LedgerEntryResponse"];

const asked = (id: string, key: string) => ({ path: { id }, header: { "Idempotency-Key": key } });

/** Makes something of a take, by what its action is called. */
export function followUp(
  name: Action["name"],
  id: string,
  body: { prompt?: string; resolution?: string },
  key: string,
): Promise<Generation> {
  const params = asked(id, key);
  // Any fields of the request form: the description has no closed type for it.
  const fields = body as Record<string, never>;
  switch (name) {
    case "remix":
      return unwrap(api.POST("/api/generations/{id}/remix", { params, body: fields }));
    case "extend":
      return unwrap(api.POST("/api/generations/{id}/extend", { params, body: fields }));
    case "upscale":
      return unwrap(
        api.POST("/api/generations/{id}/upscale", { params, body: { resolution: body.resolution ?? null } }),
      );
  }
}

export type LinkSettings = components["schemas"]["GenerationShareResponse"];

/** Makes a link, or changes the one that holds. */
export const shareTake = (id: string, settings: LinkSettings): Promise<Generation> =>
  unwrap(api.PUT("/api/generations/{id}/share", { params: { path: { id } }, body: settings }));

export const endShare = (id: string): Promise<Generation> =>
  unwrap(api.DELETE("/api/generations/{id}/share", { params: { path: { id } } }));

/** A picture of a take as a file that a request can name: the frame at a time, or its first or last. */
export const frameOf = (id: string, output: number, frame: number | "firstFrame" | "lastFrame"): Promise<Asset> =>
  unwrap(
    api.POST("/api/assets", {
      body: { generation: id, output, ...(typeof frame === "number" ? { at: frame } : { variant: frame }) },
    }),
  );

/** The takes of the same words, newest first. */
export const fetchSamePrompt = async (prompt: string, signal?: AbortSignal): Promise<readonly Generation[]> =>
  (
    await unwrap(
      api.GET("/api/generations", {
        params: { query: { q: prompt.slice(0, 200), limit: 24 } },
        signal: signal ?? null,
      }),
    )
  ).items.filter(({ input }) => input.prompt === prompt);
