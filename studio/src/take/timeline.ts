import type { Generation } from "../api/types";
import type { HistoryEntry, LedgerEntry } from "./calls";

export type Mark = "done" | "retried" | "now" | "failed";

export interface Moment {
  readonly entry: HistoryEntry;
  /** Which attempt it belongs to; 0 before the first. */
  readonly attempt: number;
  readonly mark: Mark;
}

/** Each change of state with its mark: the last one of a take that goes on is "now". */
export function momentsOf({ history, status }: Pick<Generation, "history" | "status">): readonly Moment[] {
  let attempt = 0;
  return history.map((entry, index) => {
    if (entry.to === "submitting") {
      attempt++;
    }
    const last = index === history.length - 1;
    const ended = status === "succeeded" || status === "failed" || status === "canceled";
    const retried = (entry.to === "submitting" && attempt > 1) || (entry.to === "queued" && entry.from !== undefined);
    const mark = entry.to === "failed" ? "failed" : last && !ended ? "now" : retried ? "retried" : "done";
    return { entry, attempt, mark };
  });
}

/** Seconds from the acceptance to the end; null while it goes on. */
export function secondsTaken({ createdAt, completedAt }: Generation): number | null {
  return completedAt === undefined ? null : (Date.parse(completedAt) - Date.parse(createdAt)) / 1000;
}

export interface CostRow {
  readonly kind: "held" | "captured" | "released";
  readonly at: string;
  readonly credits: number;
}

/** What a take moved, as amounts that read by themselves. A capture's release of its own hold is no row. */
export function costRows(ledger: readonly LedgerEntry[]): readonly CostRow[] {
  return ledger.flatMap(({ kind, at, balanceChange, heldChange }): CostRow[] => {
    switch (kind) {
      case "hold":
        return [{ kind: "held", at, credits: heldChange }];
      case "capture":
        return [
          { kind: "captured", at, credits: -balanceChange },
          ...(balanceChange - heldChange > 0
            ? [{ kind: "released" as const, at, credits: balanceChange - heldChange }]
            : []),
        ];
      case "release":
        return [{ kind: "released", at, credits: -heldChange }];
      default:
        return [];
    }
  });
}
