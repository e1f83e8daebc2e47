const knee = 0.9;
const slowness = 0.6;

/** The share of the work that is probably done: as the provider says it, else by typical time, slower and slower after 90 %. */
export function progressShare(
  elapsedSeconds: number,
  typicalSeconds: number,
  percent: number | null | undefined,
): number {
  if (typeof percent === "number") {
    return Math.min(1, Math.max(0, percent / 100));
  }
  const share = Math.max(0, elapsedSeconds) / Math.max(1, typicalSeconds);
  if (share <= knee) {
    return share;
  }
  return knee + (0.99 - knee) * (1 - Math.exp(-(share - knee) / slowness));
}

/** Seconds that are probably left; null once it takes longer than usual. */
export function secondsLeft(
  elapsedSeconds: number,
  typicalSeconds: number,
  percent: number | null | undefined,
): number | null {
  const byPercent = typeof percent === "number" && percent >= 10 && percent < 100;
  const left = byPercent ? (elapsedSeconds * (100 - percent)) / percent : typicalSeconds - elapsedSeconds;
  return left >= 1 ? Math.round(left) : null;
}
