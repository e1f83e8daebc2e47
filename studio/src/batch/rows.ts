import type { FieldProblem } from "../api/types";
import { isUnderWay } from "../groups/items";
import type { GroupItem, Quotes } from "../groups/types";

export type Filter = "all" | "failed" | "queued" | "draft";

/** One line of a batch. */
export interface BatchRow {
  readonly item: GroupItem;
  /** From 1. */
  readonly place: number;
  /** Why it cannot be sent as it is. */
  readonly faults: readonly FieldProblem[];
}

/** The items with their faults, which are told for those without a price in their order. */
export function rowsOf(
  items: readonly GroupItem[],
  faulty: readonly GroupItem[],
  quotes: Quotes | undefined,
): BatchRow[] {
  return items.map((item, index) => {
    const at = faulty.findIndex(({ id }) => id === item.id);
    return { item, place: index + 1, faults: quotes?.items[at]?.errors ?? [] };
  });
}

export function passes({ item }: BatchRow, filter: Filter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "failed":
      return item.status === "failed";
    case "queued":
      return isUnderWay(item);
    case "draft":
      return item.status === "draft" || item.status === "canceled";
  }
}
