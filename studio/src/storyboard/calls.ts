import { api, unwrap } from "../api/client";
import type { components } from "../api/schema";
import type { Asset } from "../api/types";

type Schemas = components["schemas"];
export type Join = Schemas["JoinResponse"];
export type JoinRequest = Schemas["JoinRequest"];

export const joinKey = (id: string | null) => ["join", id] as const;

export const startJoin = (body: JoinRequest, key: string): Promise<Join> =>
  unwrap(api.POST("/api/joins", { body, params: { header: { "Idempotency-Key": key } } }));

export const fetchJoin = (id: string, signal: AbortSignal): Promise<Join> =>
  unwrap(api.GET("/api/joins/{id}", { params: { path: { id } }, signal }));

export const fetchJoins = async (signal: AbortSignal): Promise<readonly Join[]> =>
  (await unwrap(api.GET("/api/joins", { signal }))).items;

export const fetchSounds = async (signal: AbortSignal): Promise<readonly Asset[]> =>
  (await unwrap(api.GET("/api/assets", { params: { query: { kind: "audio" } }, signal }))).items;
