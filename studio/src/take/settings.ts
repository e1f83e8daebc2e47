import type { GenerateRequest } from "../api/types";

/** Told elsewhere on the page, or measured from what came. */
const elsewhere = new Set([
  "model",
  "mode",
  "prompt",
  "negativePrompt",
  "duration",
  "aspectRatio",
  "resolution",
  "sound",
  "parameters",
  "source",
  "webhookUrl",
]);

const isPlain = (value: unknown) =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

/** "cfgScale" → "Cfg scale": a field of the provider as words. */
function spelled(field: string): string {
  const words = field
    .replaceAll(/[-_]+/g, " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The further settings of a request, by their fields' names. */
export function settingRows({
  parameters,
  ...fields
}: GenerateRequest): ReadonlyArray<readonly [string, string | number | boolean]> {
  return [...Object.entries(fields), ...Object.entries(parameters ?? {})].flatMap(([field, value]) =>
    elsewhere.has(field) || !isPlain(value) || /^(asset_|https?:)/.test(String(value))
      ? []
      : [[spelled(field), value as string | number | boolean] as const],
  );
}
