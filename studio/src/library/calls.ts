import { api, expectOk, unwrap } from "../api/client";
import type { components } from "../api/schema";
import type { Generation, GenerationPage } from "../api/types";
import type { LibraryQuery } from "./filter";
import type { Move } from "./pages";

export type Collection = components["schemas"]["CollectionResponse"];
export type Tag = components["schemas"]["TagCount"];

const pageSize = 100;

export const fetchLibrary = (
  query: LibraryQuery,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<GenerationPage> =>
  unwrap(
    api.GET("/api/generations", {
      params: { query: { limit: pageSize, ...query, ...(cursor !== null && { cursor }) } },
      signal: signal ?? null,
    }),
  );

export const markTake = (id: string, body: { favorite?: boolean; tags?: string[] }): Promise<Generation> =>
  unwrap(api.PATCH("/api/generations/{id}", { params: { path: { id } }, body }));

export const deleteTake = (id: string): Promise<Generation> =>
  unwrap(api.DELETE("/api/generations/{id}", { params: { path: { id } } }));

export const restoreTake = (id: string): Promise<Generation> =>
  unwrap(api.POST("/api/generations/{id}/restore", { params: { path: { id } } }));

export const fetchCollections = async (signal?: AbortSignal): Promise<readonly Collection[]> =>
  (await unwrap(api.GET("/api/collections", { signal: signal ?? null }))).items;

export const createCollection = (name: string): Promise<Collection> =>
  unwrap(api.POST("/api/collections", { body: { name } }));

export const changeCollection = (id: string, body: { name: string; note: string }): Promise<void> =>
  expectOk(api.PUT("/api/collections/{id}", { params: { path: { id } }, body }));

export const deleteCollection = (id: string): Promise<void> =>
  expectOk(api.DELETE("/api/collections/{id}", { params: { path: { id } } }));

export const addToCollection = (id: string, generationId: string): Promise<void> =>
  expectOk(api.PUT("/api/collections/{id}/generations/{generationId}", { params: { path: { id, generationId } } }));

export const placeInCollection = (id: string, { id: generationId, neighbor, behind }: Move): Promise<void> =>
  expectOk(
    api.PUT("/api/collections/{id}/generations/{generationId}", {
      params: { path: { id, generationId }, query: behind ? { after: neighbor } : { before: neighbor } },
    }),
  );

export const removeFromCollection = (id: string, generationId: string): Promise<void> =>
  expectOk(api.DELETE("/api/collections/{id}/generations/{generationId}", { params: { path: { id, generationId } } }));

export const fetchTags = async (signal?: AbortSignal): Promise<readonly Tag[]> =>
  (await unwrap(api.GET("/api/tags", { signal: signal ?? null }))).items;

/** One archive of the videos of takes; the server takes 100 at most. */
export const mostInArchive = 100;
export const archiveOf = (ids: readonly string[]) => `/api/downloads?ids=${ids.map(encodeURIComponent).join(",")}`;
/** Where the videos of takes are downloaded from; null when there are none, or too many at once. */
export function downloadOf(takes: readonly Generation[]): string | null {
  const [first] = takes;
  const single = takes.length === 1 && first?.outputs.length === 1 ? first.outputs[0] : undefined;
  if (single !== undefined) {
    return `${single.videoUrl}&download=1`;
  }
  return takes.length > 0 && takes.length <= mostInArchive ? archiveOf(takes.map(({ id }) => id)) : null;
}

export const archiveOfCollection = (id: string) => `/api/downloads?collection=${encodeURIComponent(id)}`;

/** The newest finished takes of a collection, for its cover. */
export const fetchCover = async (collection: string, signal?: AbortSignal): Promise<readonly Generation[]> =>
  (
    await unwrap(
      api.GET("/api/generations", {
        params: { query: { collection, status: "succeeded", limit: 3 } },
        signal: signal ?? null,
      }),
    )
  ).items;
