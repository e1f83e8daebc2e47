import { api, expectOk, unwrap } from "../api/client";
import type { components } from "../api/schema";
import type { GenerateRequest } from "../api/types";
import type { GenerateGroup, Group, GroupChange, GroupKind, ItemChange, Quotes } from "./types";

type Schemas = components["schemas"];

export const groupKey = (id: string) => ["group", id] as const;
export const groupsKey = (kind: GroupKind) => ["groups", kind] as const;

export const fetchGroup = (id: string, signal: AbortSignal): Promise<Group> =>
  unwrap(api.GET("/api/groups/{id}", { params: { path: { id } }, signal }));

export const fetchGroups = (kind: GroupKind, cursor: string | null): Promise<Schemas["GroupPage"]> =>
  unwrap(api.GET("/api/groups", { params: { query: { kind, ...(cursor === null ? {} : { cursor }) } } }));

export const createGroup = (kind: GroupKind, name: string, items: readonly ItemChange[]): Promise<Group> =>
  unwrap(api.POST("/api/groups", { body: { kind, name, items: [...items] } }));

export const changeGroup = (id: string, version: number, change: GroupChange): Promise<Group> =>
  unwrap(api.PATCH("/api/groups/{id}", { params: { path: { id } }, body: { version, ...change } }));

export const deleteGroup = (id: string): Promise<void> =>
  expectOk(api.DELETE("/api/groups/{id}", { params: { path: { id } } }));

export const generateGroup = (
  id: string,
  body: GenerateGroup,
  key: string,
): Promise<Schemas["GenerateGroupResponse"]> =>
  unwrap(
    api.POST("/api/groups/{id}/generate", {
      params: { path: { id }, header: { "Idempotency-Key": key } },
      body,
    }),
  );

export const quoteAll = (requests: readonly GenerateRequest[], signal: AbortSignal): Promise<Quotes> =>
  unwrap(api.POST("/api/quotes/batch", { body: { requests: [...requests] }, signal }));
