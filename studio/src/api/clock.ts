let offset = 0;

/** Learns how far the server's clock is from this one, from the Date header of an answer (whole seconds). */
export function learnServerTime(header: string | null, localNow: number = Date.now()): void {
  const server = header === null ? Number.NaN : Date.parse(header);
  if (Number.isFinite(server)) {
    const difference = server - localNow;
    offset = Math.abs(difference) < 2_000 ? 0 : difference;
  }
}

/** The server's time in milliseconds, by which elapsed times are measured. */
export function serverNow(): number {
  return Date.now() + offset;
}
