import type { Action } from "./calls";

/** Which dialog stands over a take's page. */
export type TakeDialog = { kind: "share" } | { kind: "followUp"; action: Action };
