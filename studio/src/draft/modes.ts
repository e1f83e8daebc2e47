import type { Model, ModelMode } from "../api/types";

/** What a model can do, each once: the usual tier stands for all of a mode. */
export function modesOf(model: Model): readonly ModelMode[] {
  return model.modes.filter((mode, index) => model.modes.findIndex((each) => each.mode === mode.mode) === index);
}

/** The tiers of one mode; empty where there is nothing to choose. */
export function tiersOf(model: Model, mode: string): readonly string[] {
  const tiers = model.modes.flatMap((each) => (each.mode === mode && each.tier != null ? [each.tier] : []));
  return tiers.length > 1 ? tiers : [];
}

/** The wanted mode in the wanted tier, as far as the model has them. */
export function modeOf(model: Model, wanted: { mode: string | null; tier: string | null }): ModelMode {
  const usual = model.modes.find((mode) => mode.mode === wanted.mode) ?? model.modes[0];
  const found = model.modes.find((mode) => mode.mode === usual?.mode && mode.tier === wanted.tier) ?? usual;
  if (found === undefined) {
    throw new Error(`The model ${model.id} has no mode.`);
  }
  return found;
}
