import type { Model } from "../api/types";

const mode = "text-to-video";

/** Models to show on a first visit: usable, from words alone, each of another family where there are enough. */
export function sampleModels(models: readonly Model[], wanted: number): readonly Model[] {
  const usable = models.filter((model) => model.available && model.modes.some((each) => each.mode === mode));
  const ofFamily = new Map<string, Model>();
  for (const model of usable) {
    if (!ofFamily.has(model.family)) {
      ofFamily.set(model.family, model);
    }
  }
  const firsts = [...ofFamily.values()];
  return [...firsts, ...usable.filter((model) => !firsts.includes(model))].slice(0, wanted);
}
