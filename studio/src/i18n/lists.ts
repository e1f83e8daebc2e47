import { language } from ".";

/** "PNG, JPEG or WebP". */
export function anyOf(all: readonly string[]): string {
  const locale = language() === "en" ? "en-GB" : language();
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(all);
}
