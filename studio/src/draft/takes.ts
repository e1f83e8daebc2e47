import type { Generation, Model, ModelControl } from "../api/types";

/** The finished takes that a field takes: any, or those that named variants made. */
export function takesFrom(takes: readonly Generation[], { from }: ModelControl): readonly Generation[] {
  return takes.filter(
    ({ status, outputs, model }) =>
      status === "succeeded" && outputs.length > 0 && (from == null || from.includes(model.variant)),
  );
}

/** The names of the models whose takes a field takes. */
export function modelsMaking(models: readonly Model[], { from }: ModelControl): readonly string[] {
  const makes = (model: Model) =>
    model.available && model.modes.some(({ variant }) => from?.includes(variant) === true);
  return models.filter(makes).map(({ name }) => name);
}
