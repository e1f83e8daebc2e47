import type { Generation } from "../api/types";

/** Seconds until all is done, by how fast it went so far; null while nothing is finished or nothing is under way. */
export function secondsToGo(takes: readonly Generation[], now: number): number | null {
  const finished = takes.filter(({ completedAt }) => completedAt !== undefined);
  const open = takes.length - finished.length;
  if (finished.length === 0 || open === 0) {
    return null;
  }
  const begun = Math.min(...takes.map(({ createdAt }) => Date.parse(createdAt)));
  return Math.max(1, Math.round(((now - begun) / 1000 / finished.length) * open));
}
