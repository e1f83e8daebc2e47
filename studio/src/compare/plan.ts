import type { GenerateRequest, Model, ModelControl, ModelMode } from "../api/types";
import { allows, canBeUnset, capsuleRoles, choicesOf, controlOf, isFixed, valueOf } from "../draft/controls";
import { type Draft, emptyDraft, type SettingValue } from "../draft/draft";
import { modeOf } from "../draft/modes";
import { requestOf } from "../draft/request";
import { linesOf } from "../models/search";

export const textMode = "text-to-video";
export const fewest = 2;
export const most = 4;

/** The settings that a comparison shares. */
export const sharedRoles = ["duration", "aspectRatio", "resolution", "sound"] as const;
export type SharedRole = (typeof sharedRoles)[number];

export interface Plan {
  readonly prompt: string;
  readonly models: readonly string[];
  /** What is wanted of every model, as far as it can. */
  readonly settings: Draft["settings"];
  /** What is wanted of single models beside that, by their ids: settings that are not shared. */
  readonly own: Readonly<Record<string, Draft["settings"]>>;
}

// What is told shot by shot is not the one prompt that all models have.
const elsewhere = new Set<string>([...sharedRoles, "multiShot"]);

/** The settings that each model of a comparison has for itself. */
export const ownRoles: readonly string[] = capsuleRoles.filter((role) => !elsewhere.has(role));

/** The models that make a video from words alone. */
export function comparable(models: readonly Model[]): readonly Model[] {
  return models.filter(({ modes }) =>
    modes.some(({ mode, controls }) => mode === textMode && controls.some(({ role }) => role === "prompt")),
  );
}

export const modeFor = (model: Model): ModelMode => modeOf(model, { mode: textMode, tier: null });

function numbersOf(control: ModelControl): readonly SettingValue[] {
  const { min, max, extra } = control;
  return min == null || max == null
    ? []
    : [...(extra ?? []), ...Array.from({ length: Math.floor(max - min) + 1 }, (_, index) => min + index)];
}

function sorted(role: SharedRole, values: readonly SettingValue[]): readonly SettingValue[] {
  switch (role) {
    case "duration":
      return values.toSorted((a, b) => Number(a) - Number(b));
    case "resolution":
      return values.toSorted((a, b) => linesOf(String(a)) - linesOf(String(b)));
    default:
      return values;
  }
}

/** One control that stands for those of all models: what any of them can do may be wanted. Null where none has a choice. */
export function sharedControl(modes: readonly ModelMode[], role: SharedRole): ModelControl | null {
  const controls = modes.flatMap((mode) => controlOf(mode, role) ?? []);
  const first = controls[0];
  if (first === undefined) {
    return null;
  }
  const choices = [...new Set(controls.flatMap((control) => choicesOf(control) ?? numbersOf(control)))];
  return { role, type: role === "sound" ? "boolean" : "choice", required: false, choices: [...sorted(role, choices)] };
}

const sizeOf = (role: string, value: SettingValue) => (role === "duration" ? Number(value) : linesOf(String(value)));

/** The value that a control has and that is nearest to the wanted one; of two equally near ones the smaller. */
export function nearest(control: ModelControl, wanted: SettingValue): SettingValue | undefined {
  const { role, min, max } = control;
  const choices = (choicesOf(control) ?? []).filter((choice) => sizeOf(role, choice) > 0);
  if (choices.length === 0) {
    return min == null || max == null ? undefined : Math.min(max, Math.max(min, Number(wanted)));
  }
  const away = (choice: SettingValue) => Math.abs(sizeOf(role, choice) - sizeOf(role, wanted));
  return choices.toSorted((a, b) => away(a) - away(b) || sizeOf(role, a) - sizeOf(role, b))[0];
}

/** What becomes of a wanted setting with one model. */
export type Note =
  | { kind: "instead"; role: SharedRole; wanted: SettingValue; value: SettingValue | null }
  | { kind: "lacks"; role: SharedRole }
  | { kind: "soundAlways" }
  | { kind: "soundNever" }
  | { kind: "noSeed" };

interface Fitted {
  readonly settings: Draft["settings"];
  readonly notes: readonly Note[];
}

function soundNote(model: Model, wanted: SettingValue): Note | null {
  if (wanted === false && model.sound === "always") {
    return { kind: "soundAlways" };
  }
  return wanted === true && model.sound === "never" ? { kind: "soundNever" } : null;
}

/** What a model does where nothing else is wanted. */
export function usual(model: Model): Draft["settings"] {
  const mode = modeFor(model);
  const values = sharedRoles.flatMap((role) => {
    const control = controlOf(mode, role);
    const value = control === undefined ? null : valueOf(control, emptyDraft);
    return value === null ? [] : [[role, value] as const];
  });
  return { sound: model.sound !== "never", ...Object.fromEntries(values) };
}

/** What one model makes of what is wanted: the nearest it has, and a note of everything that differs. */
export function fitted(model: Model, wanted: Draft["settings"]): Fitted {
  const mode = modeFor(model);
  const settings: Record<string, SettingValue> = {};
  const notes: Note[] = [];
  for (const role of sharedRoles) {
    const value = wanted[role];
    const control = controlOf(mode, role);
    if (value === undefined) {
      continue;
    }
    if (control === undefined) {
      const note = role === "sound" ? soundNote(model, value) : ({ kind: "lacks", role } as const);
      notes.push(...(note === null ? [] : [note]));
    } else if (allows(control, value)) {
      settings[role] = value;
    } else {
      const standard = valueOf(control, emptyDraft);
      const near = role === "aspectRatio" || role === "sound" ? standard : (nearest(control, value) ?? standard);
      notes.push({ kind: "instead", role, wanted: value, value: near });
      if (near !== null && !isFixed(control) && !(near === standard && canBeUnset(control))) {
        settings[role] = near;
      }
    }
  }
  if (wanted.seed !== undefined) {
    const seed = controlOf(mode, "seed");
    if (seed !== undefined && allows(seed, wanted.seed)) {
      settings.seed = wanted.seed;
    } else {
      notes.push({ kind: "noSeed" });
    }
  }
  return { settings, notes };
}

/** The request to one model of a plan. */
export function requestFor(model: Model, plan: Plan): GenerateRequest {
  const settings = { ...fitted(model, plan.settings).settings, ...plan.own[model.id] };
  const { mode, tier } = modeFor(model);
  return requestOf(model, { ...emptyDraft, mode, tier: tier ?? null, prompt: plan.prompt, settings });
}
