import { i18n } from ".";

/** "full-hd" → "Full HD": an id as words. */
export function spelled(id: string): string {
  const plain = id
    .replaceAll(/[-_]+/g, " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replaceAll(/\b(hd|url|urls|id|ids|nsfw|cfg|mp4|mov|s3|oss)\b/g, (word) =>
      word.toUpperCase().replace(/^(URL|ID)S$/, "$1s"),
    );
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Our name for an id of the catalog; one without a name is spelled out. */
function nameOf(kind: "modes" | "categories" | "tiers" | "values" | "fields", id: string): string {
  const key = `${kind}.${id}`;
  return i18n.exists(key, { ns: "catalog" }) ? i18n.t(key as never, { ns: "catalog" }) : spelled(id);
}

export const modeLabel = (mode: string): string => nameOf("modes", mode);
export const categoryLabel = (category: string): string => nameOf("categories", category);
export const tierLabel = (tier: string): string => nameOf("tiers", tier);

/** The name of a setting: a role, or one of the provider's own parameters. */
export const fieldLabel = (role: string): string => nameOf("fields", role.replace(/^parameters\./, ""));

/** One of the values that a setting may have; a number or a ratio is its own name, a size ends in a capital K. */
export function valueLabel(value: string | number): string {
  const word = String(value);
  return /^[\d.-]/.test(word) ? word.replace(/^(\d+)k$/i, "$1K") : nameOf("values", word);
}
