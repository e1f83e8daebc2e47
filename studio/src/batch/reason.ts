import type { BatchRow } from "./rows";
import type { Row } from "./useRow";

/** Why a row came to nothing, or cannot be sent: what it means where that is known, else the words that were given. */
export function reasonOf({ item, faults }: BatchRow, { take }: Pick<Row, "take">): string | null {
  if (faults.length > 0) {
    return faults.map(({ message }) => message).join(" ");
  }
  return item.status === "failed" ? (take?.failure?.meaning ?? take?.failure?.message ?? null) : null;
}
