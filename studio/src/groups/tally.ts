import type { Group } from "./types";

/** How many items are done, under way, failed and waiting. */
export interface Counts {
  readonly done: number;
  readonly rendering: number;
  readonly failed: number;
  readonly queued: number;
  readonly draft: number;
  readonly canceled: number;
  readonly all: number;
}

export function countsOf({ submitting, running, collecting, ...progress }: Group["progress"]): Counts {
  const rendering = submitting + running + collecting;
  const { draft, queued, succeeded, failed, canceled } = progress;
  const all = draft + queued + rendering + succeeded + failed + canceled;
  return { done: succeeded, rendering, failed, queued, draft, canceled, all };
}
