import type { DiagnosticRow, ProviderAccount } from "../shared/types";

export type Look = "works" | "paused" | "locked" | "unauthorized" | "out_of_credits" | "unreachable" | "unknown";

/** The one word for how an account stands. */
export function lookOf(account: ProviderAccount): Look {
  if (account.locked) {
    return "locked";
  }
  if (!account.enabled) {
    return "paused";
  }
  return account.state === "good" ? "works" : account.state;
}

/** Whether new takes go there: one that could not be asked gets them all the same, and they wait. */
export const takesWork = (account: ProviderAccount): boolean =>
  ["works", "unreachable", "unknown"].includes(lookOf(account));

/** What the last report saw of an account's models. */
export function modelsOf(account: ProviderAccount, rows: readonly DiagnosticRow[]) {
  const own = rows.filter((row) => row.account === account.id);
  return {
    total: own.length,
    working: own.filter((row) => row.status === "works").length,
    trouble: own.filter((row) => row.status !== "works" && row.status !== "unclear"),
  };
}
