import type { GenerateRequest, Generation, Model, ModelControl } from "../api/types";
import { controlOf, itemsIn, parameterPrefix, settingsOf, valueOf } from "./controls";
import { type Draft, emptyDraft, mediaIn, type SettingValue } from "./draft";
import { foreignLetters } from "./letters";
import { mediaFrom, mediaRoles, roomIn, takesMany } from "./media";
import { missingIn } from "./missing";
import { modeOf } from "./modes";
import { formOf } from "./rules";

const sent = (control: ModelControl, value: SettingValue) =>
  control.type === "list" ? itemsIn(String(value), control) : value;

/** The request a draft stands for: only fields that this model takes in this mode. */
export function requestOf(model: Model, draft: Draft): GenerateRequest {
  const mode = formOf(modeOf(model, draft), draft);
  const request: Record<string, unknown> = { model: model.id, mode: mode.mode };
  if (mode.tier != null) {
    request.tier = mode.tier;
  }
  if (controlOf(mode, "prompt") !== undefined && draft.prompt.trim() !== "") {
    request.prompt = draft.prompt.trim();
  }
  const parameters: Record<string, unknown> = {};
  for (const control of settingsOf(mode)) {
    const value = valueOf(control, draft);
    if (value !== null && value !== "") {
      const { role } = control;
      const own = role.startsWith(parameterPrefix);
      (own ? parameters : request)[own ? role.slice(parameterPrefix.length) : role] = sent(control, value);
    }
  }
  if (Object.keys(parameters).length > 0) {
    request.parameters = parameters;
  }
  for (const role of mediaRoles) {
    const control = controlOf(mode, role);
    const sources = control === undefined ? [] : mediaIn(draft, role).map(({ source }) => source);
    if (control !== undefined && sources.length > 0) {
      request[role] = takesMany(control) ? sources.slice(0, roomIn(control)) : sources[0];
    }
  }
  if (draft.source !== null && controlOf(mode, "source") !== undefined) {
    request.source = draft.source;
  }
  return request as GenerateRequest;
}

const anyWords = "A shot";

/** Words do not move a price, but a model may not read the letters that they are written in. */
const wordsLike = (prompt: string) => [anyWords, foreignLetters(prompt)].filter(Boolean).join(" ");

/** A body to price: typing leaves it alone as long as the letters are of the same kind. Null while something is missing. */
export function quoteRequestOf(model: Model, draft: Draft, words = wordsLike(draft.prompt)): GenerateRequest | null {
  const mode = formOf(modeOf(model, draft), draft);
  if (missingIn(mode, draft) !== null) {
    return null;
  }
  const { prompt: _, negativePrompt: __, ...rest } = requestOf(model, draft);
  return controlOf(mode, "prompt") === undefined ? rest : { ...rest, prompt: words };
}

const isSetting = (value: unknown): value is SettingValue => ["string", "number", "boolean"].includes(typeof value);

/** The draft that would make a take again. */
export function draftOf({ input, mode, model }: Generation): Draft {
  const settings: Record<string, SettingValue> = {};
  const { model: _, mode: __, tier, prompt, parameters, source, ...fields } = input;
  const files = new Set<string>(mediaRoles);
  for (const [role, value] of Object.entries(fields)) {
    if (!files.has(role) && isSetting(value)) {
      settings[role] = value;
    }
  }
  for (const [name, value] of Object.entries(parameters ?? {})) {
    settings[parameterPrefix + name] = isSetting(value) ? value : JSON.stringify(value);
  }
  const media = mediaRoles.flatMap((role) => {
    const sources = [input[role] ?? []].flat();
    return sources.length === 0 ? [] : [[role, [...new Set(sources)].map(mediaFrom)] as const];
  });
  return {
    ...emptyDraft,
    model: model.id,
    mode,
    tier: tier ?? null,
    prompt: prompt ?? "",
    settings,
    seedLocked: input.seed != null,
    media: Object.fromEntries(media),
    source: source ?? null,
  };
}
