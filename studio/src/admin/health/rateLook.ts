const enough = 10;

/** The colour of a success rate: fewer than four of five, of at least ten, is trouble, as the server has it. */
export function rateLook(health: { successRate?: number | null; takes: number } | undefined): string {
  const rate = health?.successRate;
  if (health === undefined || rate == null) {
    return "text-ink-3";
  }
  return rate < 0.8 && health.takes >= enough ? "text-bad" : rate < 0.95 ? "text-warn" : "";
}
