import type { components } from "../api/schema";

type Schemas = components["schemas"];

export type Group = Schemas["GroupResponse"];
export type GroupItem = Schemas["GroupItemResponse"];
export type GroupKind = Group["kind"];
export type GroupSummary = Schemas["GroupSummaryResponse"];
export type ItemChange = Schemas["GroupItemRequest"];
export type GroupChange = Omit<Schemas["GroupChangeRequest"], "version">;
export type GenerateGroup = Schemas["GenerateGroupRequest"];
export type Quotes = Schemas["QuoteBatchResponse"];
