import type { Model } from "../api/types";
import { allows, controlOf } from "./controls";
import type { Draft } from "./draft";
import { modeOf } from "./modes";

/** A new random seed where the model takes one, and the lock is open; the draft itself otherwise. */
export function withFreshSeed(model: Model, draft: Draft, random: () => number = Math.random): Draft {
  const control = controlOf(modeOf(model, draft), "seed");
  if (control === undefined || draft.seedLocked || draft.settings.seed === undefined) {
    return draft;
  }
  const seed = randomSeed(control.min ?? 0, control.max ?? 999_999, random);
  return allows(control, seed) ? { ...draft, settings: { ...draft.settings, seed } } : draft;
}

/** At most six digits where the range allows it: a number that a person can read out. */
export function randomSeed(min: number, max: number, random: () => number = Math.random): number {
  const least = Math.max(0, min);
  const top = Math.min(max, Math.max(least, 999_999));
  return least + Math.floor(random() * (top - least + 1));
}
