import type { Stuck } from "../shared/types";

export const steps = ["queued", "submitting", "running", "collecting"] as const;

/** How many takes are at each step. */
export function byStep(takes: readonly Stuck[]): Record<(typeof steps)[number], number> {
  const figures = { queued: 0, submitting: 0, running: 0, collecting: 0 };
  for (const take of takes) {
    figures[take.status] += 1;
  }
  return figures;
}

/** The day so many days before another, in UTC, as the API takes it. */
export function daysBefore(now: number, days: number): string {
  return new Date(now - days * 86_400_000).toISOString().slice(0, 10);
}
