import type { LedgerEntry } from "./calls";

/** An entry with what could be spent after it; null where that is not known. */
export interface LedgerLine extends LedgerEntry {
  readonly after: number | null;
}

/** What an entry changed about what can be spent. */
export function changeOf(entry: Pick<LedgerEntry, "balanceChange" | "heldChange">): number {
  return entry.balanceChange - entry.heldChange;
}

/** Goes back from what can be spent after the newest entry. */
export function withAvailable(entries: readonly LedgerEntry[], available: number | null): LedgerLine[] {
  let after = available;
  return entries.map((entry) => {
    const line = { ...entry, after };
    after = after === null ? null : after - changeOf(entry);
    return line;
  });
}

const columns = ["at", "kind", "balanceChange", "heldChange", "generationId", "note"] as const;

/** The entries as a table for other programs (RFC 4180). A text that such a program could take for a formula is told to be none. */
export function toCsv(entries: readonly LedgerEntry[]): string {
  const lines = entries.map((entry) => columns.map((column) => cell(entry[column])).join(","));
  return [columns.join(","), ...lines, ""].join("\r\n");
}

function cell(value: string | number | undefined | null): string {
  const text = typeof value === "string" && /^[=+\-@\t]/.test(value) ? `'${value}` : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
