import type { Key } from "./calls";

export type KeyState = "active" | "capped" | "ended";

/** Whether a key may spend, has spent what it may, or has ended by itself. */
export function keyState(key: Key, now: number): KeyState {
  if (key.expiresAt !== undefined && Date.parse(key.expiresAt) <= now) {
    return "ended";
  }
  return reached(key.spentToday, key.dailyCredits) || reached(key.spent, key.totalCredits) ? "capped" : "active";
}

const reached = (spent: number, cap: number | undefined) => cap !== undefined && spent >= cap;
