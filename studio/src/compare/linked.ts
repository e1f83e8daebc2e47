/** How far a video may be from where it should be before it is moved there; less than this no eye sees. */
const tolerance = 0.12;

/** Where a video should be when the longest is at a time: there, or at its own end. */
export function placeOf(time: number, duration: number): number {
  return Math.max(0, Math.min(time, duration));
}

/** Whether a video has drifted from where it should be. */
export function hasDrifted(current: number, wanted: number): boolean {
  return Math.abs(current - wanted) > tolerance;
}

/** The place of the longest of some lengths, which leads the others; -1 where none has a length. */
export function leaderOf(durations: readonly number[]): number {
  const longest = Math.max(0, ...durations.filter(Number.isFinite));
  return longest === 0 ? -1 : durations.indexOf(longest);
}
