import { csvOf } from "../../ui/csv";
import { sorted, type Sorting } from "../shared/sorting";
import type { PriceRow } from "../shared/types";

export type PriceKind = "loss" | "unknown" | "equal" | "gain";
export type PriceColumn = "model" | "upstream" | "retail" | "margin";

/** What a row comes to. Where the provider publishes no price nobody knows. */
export function kindOf(row: PriceRow): PriceKind {
  if (row.isGuess) {
    return "unknown";
  }
  return row.marginUsd < 0 ? "loss" : row.marginUsd === 0 ? "equal" : "gain";
}

/** Which part of the price is left when the provider is paid; null for what is given away. */
export function marginOf(row: PriceRow): number | null {
  return row.usd > 0 ? row.marginUsd / row.usd : null;
}

const values: Record<PriceColumn, (row: PriceRow) => number | string> = {
  model: (row) => row.model,
  upstream: (row) => row.upstreamUsd,
  retail: (row) => row.usd,
  margin: (row) => marginOf(row) ?? Number.NEGATIVE_INFINITY,
};

/** The rows in order; what nobody knows comes last, whichever way it goes. */
export function inOrder(rows: readonly PriceRow[], sorting: Sorting<PriceColumn>): readonly PriceRow[] {
  const ordered = sorted(rows, values[sorting.by], sorting.descending);
  return sorting.by === "margin" ? sorted(ordered, (row) => (row.isGuess ? 1 : 0), false) : ordered;
}

const columns = [
  "model",
  "variant",
  "mode",
  "when",
  "credits",
  "usd",
  "upstream_credits",
  "upstream_usd",
  "margin_usd",
  "published",
];

/** The prices as a table for other programs. */
export function toCsv(rows: readonly PriceRow[]): string {
  return csvOf(
    columns,
    rows.map((row) => [
      row.model,
      row.variant,
      row.mode,
      row.when,
      row.credits,
      row.usd,
      row.upstreamCredits,
      row.upstreamUsd,
      row.marginUsd,
      !row.isGuess,
    ]),
  );
}
