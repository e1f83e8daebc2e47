import type { UsageItem } from "./calls";

/** Fewer days tell no habit. */
const leastDays = 7;
const day = 24 * 3_600_000;

/** How many days the credits last at the pace since the first day of the span on which some were spent; null where that is too little to tell by. */
export function daysLeft(available: number, items: readonly UsageItem[], days: readonly string[]): number | null {
  const spent = items.filter((item) => item.credits > 0 && days.includes(item.day));
  const first = spent.map((item) => item.day).toSorted()[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) {
    return null;
  }
  const passed = Math.round((Date.parse(last) - Date.parse(first)) / day) + 1;
  const total = spent.reduce((sum, item) => sum + item.credits, 0);
  return passed < leastDays ? null : Math.max(0, Math.floor((available * passed) / total));
}
