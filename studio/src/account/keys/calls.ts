import { api, expectOk, unwrap } from "../../api/client";
import type { components } from "../../api/schema";

type Schemas = components["schemas"];

export type Key = Schemas["KeyResponse"];
export type KeyRequest = Schemas["KeyRequest"];
export type KeyChange = Schemas["KeyChangeRequest"];

export const keysKey = ["keys"] as const;

export const fetchKeys = async (signal: AbortSignal): Promise<readonly Key[]> =>
  (await unwrap(api.GET("/api/account/keys", { signal }))).items;

export const addKey = (body: KeyRequest): Promise<Key> => unwrap(api.POST("/api/account/keys", { body }));

export const changeKey = (id: string, body: KeyChange): Promise<Key> =>
  unwrap(api.PATCH("/api/account/keys/{id}", { params: { path: { id } }, body }));

export const revokeKey = (id: string): Promise<void> =>
  expectOk(api.DELETE("/api/account/keys/{id}", { params: { path: { id } } }));
