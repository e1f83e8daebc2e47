import type { Generation } from "../api/types";

export interface Day {
  /** Midnight of the day, local time. */
  readonly start: number;
  readonly takes: readonly Generation[];
  /** Credits charged or still held. */
  readonly credits: number;
}

function midnight(time: number): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** Groups takes, newest first, by local day. */
export function byDay(takes: readonly Generation[]): Day[] {
  const days = new Map<number, Generation[]>();
  for (const take of takes) {
    const start = midnight(Date.parse(take.createdAt));
    days.set(start, [...(days.get(start) ?? []), take]);
  }
  return Array.from(days, ([start, items]) => ({
    start,
    takes: items,
    credits: items.reduce((sum, { charge }) => sum + charge.captured + charge.held, 0),
  }));
}
