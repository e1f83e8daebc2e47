/** The colour of a success rate: fewer than four of five is trouble, as the server has it. */
export function rateLook(rate: number | null | undefined): string {
  return rate == null ? "text-ink-3" : rate < 0.8 ? "text-bad" : rate < 0.95 ? "text-warn" : "";
}
