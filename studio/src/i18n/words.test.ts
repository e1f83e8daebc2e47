import { describe, expect, it } from "vitest";
import { languages } from "./index";

const files = import.meta.glob<Record<string, unknown>>("./*/*.json", { eager: true, import: "default" });
const namespaces = [...new Set(Object.keys(files).map((file) => file.split("/")[2]))];

/** Every key with its text; the forms of a plural count as one key. */
function flat(words: unknown, path = ""): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, value] of Object.entries(words as Record<string, unknown>)) {
    const key = path + name;
    if (typeof value === "string") {
      const one = key.replace(/_(zero|one|two|few|many|other)$/, "");
      found.set(one, [...(found.get(one) ?? []), value]);
    } else {
      flat(value, `${key}.`).forEach((texts, inner) => found.set(inner, texts));
    }
  }
  return found;
}

const variables = (texts: readonly string[] = []) =>
  [...new Set(texts.flatMap((text) => text.match(/\{\{[^}]+\}\}|<\/?\w+>/g) ?? []))].toSorted();

describe.each(namespaces)("%s", (namespace) => {
  const all = languages.map((language) => flat(files[`./${language}/${namespace}`]));

  it("has the same keys in every language", () => {
    const keys = all.map((words) => [...words.keys()].toSorted());
    keys.slice(1).forEach((others) => expect(others).toEqual(keys[0]));
  });

  it("leaves no text empty and loses no variable", () => {
    for (const [key, texts] of all[0] ?? []) {
      for (const words of all) {
        expect(
          words.get(key)?.every((text) => text.trim() !== ""),
          key,
        ).toBe(true);
        expect(variables(words.get(key)), key).toEqual(variables(texts));
      }
    }
  });

  it("has every form of a plural that the language knows", () => {
    languages.forEach((language) => {
      const raw = JSON.stringify(files[`./${language}/${namespace}`]);
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const key of new Set([...raw.matchAll(/"(\w+)_(?:one|few|many|other)"/g)].map((match) => match[1]))) {
        forms.forEach((form) => expect(raw, `${language} ${namespace} ${key}_${form}`).toContain(`"${key}_${form}"`));
      }
    });
  });
});
