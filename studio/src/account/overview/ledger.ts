import { csvOf } from "../../ui/csv";
import type { LedgerEntry } from "./calls";

/** An entry with what could be spent after it; null where that is not known. */
export interface LedgerLine extends LedgerEntry {
  readonly after: number | null;
}

/** What an entry changed about what can be spent. */
export function changeOf(entry: Pick<LedgerEntry, "balanceChange" | "heldChange">): number {
  return entry.balanceChange - entry.heldChange;
}

/** What the server itself notes, by the key of our words. */
const ownNotes = { "First start": "start", "First grant": "grant" } as const;

/** The key of the words for a note of the server's own; undefined for one that somebody wrote. */
export function ownNote(note: string | undefined): `ledger.notes.${"start" | "grant"}` | undefined {
  const known = Object.entries(ownNotes).find(([text]) => text === note)?.[1];
  return known && `ledger.notes.${known}`;
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

/** The entries as a table for other programs. */
export function toCsv(entries: readonly LedgerEntry[]): string {
  return csvOf(
    columns,
    entries.map((entry) => columns.map((column) => entry[column])),
  );
}
