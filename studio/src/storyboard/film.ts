import type { Generation, Output } from "../api/types";
import type { GroupItem } from "../groups/types";
import { madeOf } from "./shots";

/** A finished shot with its place in the film. */
export interface Clip {
  readonly id: string;
  /** Of its shot, from 1. */
  readonly place: number;
  readonly take: Generation;
  readonly output: Output;
  readonly starts: number;
}

/** The finished shots one after the other; what is not made is skipped. */
export function clipsOf(items: readonly GroupItem[]): Clip[] {
  let starts = 0;
  return items.flatMap((item, index) => {
    const made = madeOf(item);
    if (made === null) {
      return [];
    }
    const clip = { id: item.id, place: index + 1, ...made, starts };
    starts += made.output.durationSeconds;
    return [clip];
  });
}

export function lengthOf(clips: readonly Clip[]): number {
  return clips.reduce((sum, { output }) => sum + output.durationSeconds, 0);
}

/** The clip at a time of the film, and how far into it that is. */
export function clipAt(clips: readonly Clip[], time: number): { index: number; within: number } {
  const found = clips.findLastIndex(({ starts }) => starts <= time);
  const index = Math.max(0, found);
  return { index, within: Math.max(0, time - (clips[index]?.starts ?? 0)) };
}

/** Whether a film holds what the storyboard holds now, in its order. */
export function isCurrent(film: { clips: readonly { generation: string }[] }, clips: readonly Clip[]): boolean {
  return film.clips.map(({ generation }) => generation).join() === clips.map(({ take }) => take.id).join();
}
