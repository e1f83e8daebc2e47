import type { Generation } from "../api/types";

/** Seconds until all is done, by how fast it went since what is open was sent; null while that is not known. */
export function secondsToGo(takes: readonly Generation[], now: number): number | null {
  const open = takes.filter(({ completedAt }) => completedAt === undefined);
  const begun = Math.min(...open.map(({ createdAt }) => Date.parse(createdAt)));
  const finished = takes.filter(
    ({ status, completedAt }) => status !== "canceled" && completedAt !== undefined && Date.parse(completedAt) >= begun,
  );
  if (finished.length === 0 || open.length === 0) {
    return null;
  }
  return Math.max(1, Math.round(((now - begun) / 1000 / finished.length) * open.length));
}
