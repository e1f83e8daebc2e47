import type { Model, ModelControl, ModelMode } from "../api/types";
import type { Draft, SettingRole, SettingValue } from "./draft";

export function modeOf(model: Model, wanted: string | null): ModelMode {
  const found = model.modes.find((mode) => mode.mode === wanted) ?? model.modes[0];
  if (found === undefined) {
    throw new Error(`The model ${model.id} has no mode.`);
  }
  return found;
}

export function controlOf(mode: ModelMode, role: string): ModelControl | undefined {
  return mode.controls.find((control) => control.role === role);
}

/** The allowed values as form values; null when any within the limits will do. */
export function choicesOf(control: ModelControl): readonly SettingValue[] | null {
  if (control.type === "boolean" && !control.choices?.length) {
    return [true, false];
  }
  return control.choices?.length ? (control.choices as SettingValue[]) : null;
}

/** A control with one allowed value is shown as a fact, not as a choice. */
export function isFixed(control: ModelControl): boolean {
  return choicesOf(control)?.length === 1;
}

/** Whether a value may be sent for a control. */
export function allows(control: ModelControl, value: SettingValue): boolean {
  const choices = choicesOf(control);
  if (choices !== null) {
    return choices.includes(value);
  }
  if (control.type === "integer") {
    return Number.isInteger(value) && +value >= (control.min ?? -Infinity) && +value <= (control.max ?? Infinity);
  }
  return typeof value === "string" && value.length <= (control.maxLength ?? Infinity);
}

/** What a control stands at: the person's choice where the model allows it, else the model's default. */
export function valueOf(control: ModelControl, draft: Draft): SettingValue | null {
  const chosen = draft.settings[control.role as SettingRole];
  if (chosen !== undefined && allows(control, chosen)) {
    return chosen;
  }
  const choices = choicesOf(control);
  if (choices?.length === 1) {
    return choices[0] ?? null;
  }
  return (control.default as SettingValue | null | undefined) ?? null;
}
