import type { GroupItem } from "../groups/types";
import { isOpen } from "../groups/items";

export interface Sendable {
  readonly ids: readonly string[];
  readonly credits: number;
  /** How many more there are that the limit leaves waiting. */
  readonly waiting: number;
}

/** The rows that can be sent now, in their order, as far as a limit for the whole batch allows. */
export function sendable(items: readonly GroupItem[], spent: number, limit: number | null, failed = false): Sendable {
  const open = items.filter((item) => isOpen(item) && (item.status === "failed") === failed);
  const priced = open.filter(({ estimate }) => estimate !== undefined);
  let left = limit === null ? Infinity : limit - spent;
  let full = false;
  const ids: string[] = [];
  let credits = 0;
  for (const { id, estimate = 0 } of priced) {
    full ||= estimate > left;
    if (!full) {
      ids.push(id);
      credits += estimate;
      left -= estimate;
    }
  }
  return { ids, credits, waiting: priced.length - ids.length };
}

/** Whether all of these rows had been sent and were held back by a pause. */
export function isResume(items: readonly GroupItem[], ids: readonly string[]): boolean {
  return ids.length > 0 && items.every(({ id, status }) => status === "canceled" || !ids.includes(id));
}
