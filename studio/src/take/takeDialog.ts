import type { Generation } from "../api/types";
import type { Deed } from "../feed/useTakeDeeds";
import type { Action } from "./calls";

/** Which dialog stands over a take's page. */
export type TakeDialog = { kind: "share" } | { kind: "followUp"; action: Action };

/** The dialog of a deed; null where the take does not allow it. */
export function dialogOf({ actions }: Generation, deed: Deed | undefined): TakeDialog | null {
  const action = actions.find(({ name }) => name === deed);
  return deed === "share" ? { kind: "share" } : action === undefined ? null : { kind: "followUp", action };
}
