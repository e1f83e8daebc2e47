import type { ModelControl, ModelMode } from "../api/types";
import type { Draft, SettingValue } from "./draft";
import { isMediaRole } from "./media";

export const parameterPrefix = "parameters.";

/** The settings that have a capsule, in its order; every other setting stands under More. */
export const capsuleRoles = [
  "duration",
  "aspectRatio",
  "resolution",
  "sound",
  "style",
  "camera",
  "fixedLens",
  "characterOrientation",
  "multiShot",
] as const;
export type CapsuleRole = (typeof capsuleRoles)[number];

export function controlOf(mode: ModelMode, role: string): ModelControl | undefined {
  return mode.controls.find((control) => control.role === role);
}

/** The controls that are neither the prompt, nor files, nor a take. */
export function settingsOf(mode: ModelMode): readonly ModelControl[] {
  return mode.controls.filter(({ role, type }) => role !== "prompt" && type !== "take" && !isMediaRole(role));
}

const isAsked = (control: ModelControl) => control.required && control.default == null;

/** The settings without a capsule: those that must be given, and those that may stay folded away. */
export function fieldsOf(mode: ModelMode): { required: readonly ModelControl[]; more: readonly ModelControl[] } {
  const capsules: readonly string[] = capsuleRoles;
  const fields = settingsOf(mode).filter((control) => !capsules.includes(control.role));
  return { required: fields.filter(isAsked), more: fields.filter((control) => !isAsked(control)) };
}

/** The allowed values as form values; null when any within the limits will do. */
export function choicesOf(control: ModelControl): readonly SettingValue[] | null {
  if (control.type === "boolean" && !control.choices?.length) {
    return [true, false];
  }
  return control.choices?.length ? (control.choices as SettingValue[]) : null;
}

const fewestLevels = 4;

/** The values of a control whose choices are numbers at one distance, from low to high; null for any other. */
export function levelsOf(control: ModelControl): readonly number[] | null {
  const choices = choicesOf(control) ?? [];
  const levels = choices.filter((each) => typeof each === "number");
  const step = (levels[1] ?? 0) - (levels[0] ?? 0);
  const even = levels.every((level, index) => index === 0 || level - (levels[index - 1] ?? 0) === step);
  return levels.length === choices.length && levels.length >= fewestLevels && step > 0 && even ? levels : null;
}

/** A control with one allowed value is shown as a fact, not as a choice. */
export function isFixed(control: ModelControl): boolean {
  return choicesOf(control)?.length === 1;
}

/** Whether leaving it out means something of its own. */
export function canBeUnset(control: ModelControl): boolean {
  return !control.required && control.default == null && !isFixed(control);
}

/** The items of a list that was typed as JSON; null while it is none. */
export function itemsIn(text: string, control: ModelControl): readonly unknown[] | null {
  try {
    const items: unknown = JSON.parse(text);
    const fits = Array.isArray(items) && items.length > 0 && items.length <= (control.maxItems ?? Infinity);
    return fits ? items : null;
  } catch {
    return null;
  }
}

/** Whether a value may be sent for a control. */
export function allows(control: ModelControl, value: SettingValue): boolean {
  const choices = choicesOf(control);
  if (choices !== null) {
    return choices.includes(value);
  }
  switch (control.type) {
    case "integer":
    case "number": {
      const isNumber = control.type === "integer" ? Number.isInteger(value) : Number.isFinite(value);
      const inside = +value >= (control.min ?? -Infinity) && +value <= (control.max ?? Infinity);
      return isNumber && (inside || control.extra?.includes(+value) === true);
    }
    case "list":
      return typeof value === "string" && itemsIn(value, control) !== null;
    default:
      return typeof value === "string" && value.length <= (control.maxLength ?? Infinity);
  }
}

/** What a control stands at: the person's choice where the model allows it, else the model's default. */
export function valueOf(control: ModelControl, draft: Draft): SettingValue | null {
  const chosen = draft.settings[control.role];
  if (chosen !== undefined && allows(control, chosen)) {
    return chosen;
  }
  const choices = choicesOf(control);
  if (choices?.length === 1) {
    return choices[0] ?? null;
  }
  return (control.default as SettingValue | null | undefined) ?? null;
}
