import type { ModelControl, ModelMode } from "../api/types";
import { allows, choicesOf, controlOf, valueOf } from "./controls";
import { type Draft, mediaIn, type SettingValue } from "./draft";
import { isMediaRole } from "./media";

type Rule = ModelMode["rules"][number];

/** What stands in a field; null when nothing does. A default counts. */
function standing(mode: ModelMode, role: string, draft: Draft): unknown {
  const control = controlOf(mode, role);
  if (control === undefined) {
    return null;
  }
  if (isMediaRole(role)) {
    return mediaIn(draft, role)[0] ?? null;
  }
  return role === "prompt" ? draft.prompt.trim() || null : role === "source" ? draft.source : valueOf(control, draft);
}

function holds({ when }: Rule, mode: ModelMode, draft: Draft): boolean {
  return Object.entries(when).every(([role, wanted]) => {
    const value = standing(mode, role, draft);
    if (Array.isArray(wanted)) {
      return wanted.includes(value);
    }
    return typeof wanted === "object" && wanted !== null ? value !== null : value === wanted;
  });
}

/** A field as one rule leaves it: it must have a value, has fewer to choose from, or is gone. */
function bound(control: ModelControl, { required, allowed }: Rule): readonly ModelControl[] {
  const narrowed = { ...control, required: control.required || required === true };
  if (allowed === undefined) {
    return [narrowed];
  }
  const choices = (choicesOf(control) ?? (allowed as SettingValue[])).filter(
    (value) => allowed.includes(value) && allows(control, value),
  );
  const usual = allowed.find((value) => choices.includes(value as SettingValue));
  const stays = control.default == null || choices.includes(control.default as SettingValue);
  return choices.length === 0 ? [] : ([{ ...narrowed, choices, ...(!stays && { default: usual }) }] as ModelControl[]);
}

/** The form of a mode as its rules leave it for what is chosen so far: what would be refused is not offered. */
export function formOf(mode: ModelMode, draft: Draft): ModelMode {
  let controls = mode.controls;
  for (const rule of mode.rules) {
    if (rule.setting !== undefined && holds(rule, { ...mode, controls }, draft)) {
      controls = controls.flatMap((each) => (each.role === rule.setting ? bound(each, rule) : [each]));
    }
  }
  return { ...mode, controls };
}
