/** A part of a clip, in seconds from its beginning. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** How long a clip is, and how long the part of it that is kept may be. */
export interface Limits {
  readonly length: number;
  readonly min: number;
  readonly max: number;
}

/** The server cuts no shorter and no longer parts. */
const shortest = 0.1;
const longest = 300;

export const tenth = 0.1;

export function limitsFor(
  length: number,
  takes: { minSeconds?: number | null | undefined; maxSeconds?: number | null | undefined },
): Limits {
  const max = Math.min(length, longest, takes.maxSeconds ?? longest);
  return { length, min: Math.min(max, Math.max(shortest, takes.minSeconds ?? 0)), max };
}

/** As much from the beginning as may be kept. */
export const firstRange = ({ max }: Limits): Range => ({ start: 0, end: max });

const tidy = (seconds: number) => Math.round(seconds * 1000) / 1000;

/** What becomes of a range when a handle was moved: it keeps its limits, and pulls the other handle along where it would be too long. */
export function moved(before: Range, to: Range, { length, min, max }: Limits): Range {
  const kept = Math.min(max, Math.max(min, to.end - to.start));
  const byStart = to.start !== before.start;
  const inwards = to.end - to.start < min;
  // Which end stays: the one that was not moved when the part gets too short, the one that was when it gets too long.
  const start = byStart === inwards ? to.end - kept : to.start;
  const inside = Math.min(length - kept, Math.max(0, start));
  return { start: tidy(inside), end: tidy(inside + kept) };
}
