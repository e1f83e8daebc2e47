import type { GenerateRequest, Generation, Model } from "../api/types";
import { allows, controlOf, modeOf, valueOf } from "./controls";
import { type Draft, emptyDraft, frameRoles, pictureFrom, settingRoles } from "./draft";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The request a draft stands for: only fields that this model takes in this mode. */
export function requestOf(model: Model, draft: Draft): GenerateRequest {
  const mode = modeOf(model, draft.mode);
  const request: Mutable<GenerateRequest> = { model: model.id, mode: mode.mode };
  if (controlOf(mode, "prompt") !== undefined && draft.prompt.trim() !== "") {
    request.prompt = draft.prompt.trim();
  }
  const settings: Record<string, unknown> = {};
  for (const role of settingRoles) {
    const control = controlOf(mode, role);
    const value = control === undefined ? null : valueOf(control, draft);
    if (value !== null && value !== "") {
      settings[role] = value;
    }
  }
  for (const role of frameRoles) {
    const picture = draft[role];
    if (picture !== null && controlOf(mode, role) !== undefined) {
      request[role] = picture.source;
    }
  }
  const references = controlOf(mode, "references");
  if (references !== undefined && draft.references.length > 0) {
    request.references = draft.references.slice(0, references.maxItems ?? undefined).map((picture) => picture.source);
  }
  return Object.assign(request, settings);
}

/** A body to price: the words do not move a price, so that typing leaves the quote alone. Null while a picture is missing. */
export function quoteRequestOf(model: Model, draft: Draft, words: string): GenerateRequest | null {
  const mode = modeOf(model, draft.mode);
  if (missingPicture(model, draft) !== null) {
    return null;
  }
  const { prompt: _, negativePrompt: __, ...rest } = requestOf(model, draft);
  return controlOf(mode, "prompt") === undefined ? rest : { ...rest, prompt: words };
}

/** The first required picture that is not there yet. */
export function missingPicture(model: Model, draft: Draft): "firstFrame" | "lastFrame" | "references" | null {
  const mode = modeOf(model, draft.mode);
  for (const role of frameRoles) {
    if (controlOf(mode, role)?.required === true && draft[role] === null) {
      return role;
    }
  }
  return controlOf(mode, "references")?.required === true && draft.references.length === 0 ? "references" : null;
}

/** The draft that would make a take again. */
export function draftOf({ input, mode, model }: Generation): Draft {
  const settings: Record<string, unknown> = {};
  for (const role of settingRoles) {
    const value = input[role];
    if (value !== undefined && value !== null) {
      settings[role] = value;
    }
  }
  return {
    ...emptyDraft,
    model: model.id,
    mode,
    prompt: input.prompt ?? "",
    settings,
    seedLocked: input.seed !== undefined && input.seed !== null,
    firstFrame: input.firstFrame ? pictureFrom(input.firstFrame) : null,
    lastFrame: input.lastFrame ? pictureFrom(input.lastFrame) : null,
    references: [...new Set(input.references)].map(pictureFrom),
  };
}

/** A new random seed where the model takes one, and the lock is open; the draft itself otherwise. */
export function withFreshSeed(model: Model, draft: Draft, random: () => number = Math.random): Draft {
  const control = controlOf(modeOf(model, draft.mode), "seed");
  if (control === undefined || draft.seedLocked || draft.settings.seed === undefined) {
    return draft;
  }
  const seed = randomSeed(control.min ?? 0, control.max ?? 999_999, random);
  return allows(control, seed) ? { ...draft, settings: { ...draft.settings, seed } } : draft;
}

/** At most six digits where the range allows it: a number that a person can read out. */
export function randomSeed(min: number, max: number, random: () => number = Math.random): number {
  const top = Math.min(max, Math.max(min, 999_999));
  return min + Math.floor(random() * (top - min + 1));
}
