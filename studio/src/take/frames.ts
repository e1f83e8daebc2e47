import type { Model, ModelMode } from "../api/types";
import { controlOf } from "../draft/controls";

/** A model and a mode that begin with a picture: the first of the wanted models that can be used so, else any. */
export function startsFromPicture(
  models: readonly Model[],
  wanted: readonly string[],
): { model: Model; mode: ModelMode } | null {
  const ranked = models.toSorted((a, b) => rank(a.id, wanted) - rank(b.id, wanted));
  for (const model of ranked.filter(({ available }) => available)) {
    const mode = model.modes.find((each) => controlOf(each, "firstFrame") !== undefined && needsNoMore(each));
    if (mode !== undefined) {
      return { model, mode };
    }
  }
  return null;
}

const rank = (id: string, wanted: readonly string[]) => (wanted.includes(id) ? wanted.indexOf(id) : wanted.length);

/** Whether words and the picture are all that must be given. */
function needsNoMore(mode: ModelMode): boolean {
  return mode.controls.every(
    ({ role, required, default: usual }) => !required || usual != null || role === "prompt" || role === "firstFrame",
  );
}
