import type { GenerateRequest, Model } from "../api/types";
import type { Draft } from "../draft/draft";
import { modeOf } from "../draft/modes";
import { requestOf } from "../draft/request";
import { parseCsv } from "./csv";

export const mostRows = 100;

/** What columns may be called, and the field that each fills. */
const columns: Record<string, string> = {
  prompt: "prompt",
  text: "prompt",
  model: "model",
  seconds: "duration",
  duration: "duration",
  length: "duration",
  ratio: "aspectRatio",
  aspect_ratio: "aspectRatio",
  aspectratio: "aspectRatio",
  size: "resolution",
  resolution: "resolution",
  sound: "sound",
  seed: "seed",
  negative_prompt: "negativePrompt",
  first_frame: "firstFrame",
  firstframe: "firstFrame",
};

/** One prompt with what its line says beside it. */
export type PromptRow = Readonly<Record<string, string>> & { readonly prompt: string };

export interface Prompts {
  readonly rows: readonly PromptRow[];
  /** Names of columns that mean nothing here. */
  readonly unknown: readonly string[];
}

const fieldOf = (name: string) => columns[name.toLowerCase().replaceAll(/[\s-]+/g, "_")];

/** Prompts as they were pasted: a table where its first line names a prompt column, else one prompt a line. */
export function readPrompts(text: string): Prompts {
  const [head, ...body] = parseCsv(text);
  const fields = head?.map(fieldOf) ?? [];
  if (head === undefined || !fields.includes("prompt")) {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    return { rows: lines.filter(Boolean).map((prompt) => ({ prompt })), unknown: [] };
  }
  const rows = body.flatMap((cells) => {
    const filled = cells.flatMap((cell, index) => {
      const field = fields[index];
      return field === undefined || cell === "" ? [] : [[field, cell] as const];
    });
    const row = Object.fromEntries(filled);
    return row.prompt === undefined ? [] : [{ ...row, prompt: row.prompt }];
  });
  return { rows, unknown: head.filter((name) => name !== "" && fieldOf(name) === undefined) };
}

function modelIn(models: readonly Model[], name: string): Model | undefined {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  return models.find((model) => same(model.id) || same(model.name) || model.aliases.some(same));
}

const yes = new Set(["true", "yes", "on", "1"]);

function valueIn(field: string, text: string): string | number | boolean {
  switch (field) {
    case "duration":
    case "seed": {
      const number = Number(text.replace(/\s*s$/i, ""));
      return Number.isFinite(number) ? number : text;
    }
    case "sound":
      return yes.has(text.toLowerCase());
    default:
      return text;
  }
}

/** The request of a row: the shared settings, and over them exactly what its line says, so that the server can say what does not fit. */
export function requestFrom(row: PromptRow, models: readonly Model[], shared: Draft, usual: Model): GenerateRequest {
  const { prompt, model: named, ...own } = row;
  const model = named === undefined ? usual : modelIn(models, named);
  const values = Object.fromEntries(Object.entries(own).map(([field, text]) => [field, valueIn(field, text)]));
  if (model === undefined) {
    return { ...values, model: named ?? "", prompt };
  }
  const mode = modeOf(model, {
    mode: own.firstFrame === undefined ? shared.mode : "image-to-video",
    tier: shared.tier,
  });
  const request = requestOf(model, { ...shared, prompt, mode: mode.mode, tier: mode.tier ?? null });
  return { ...request, ...values };
}
