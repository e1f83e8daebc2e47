import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";
import { numberIn } from "./numbers";

/** The languages that the studio speaks; the first stands in for what another lacks, which a test forbids. */
export const languages = ["en", "ru"] as const;
export type Language = (typeof languages)[number];

export const i18n = createInstance();
const kept = "kinora.language";
const files = import.meta.glob<Record<string, unknown>>("./*/*.json", { import: "default" });

/** What public/start.js found: what was chosen here before, else the first of the browser's languages that is spoken. */
const preferred = (): Language => languages.find((one) => one === document.documentElement.lang) ?? languages[0];

export const language = (): Language => (i18n.language as Language | undefined) ?? languages[0];

/** Speaks another language from now on, and after a reload. */
export async function speak(next: Language): Promise<void> {
  await i18n.changeLanguage(next);
  try {
    localStorage.setItem(kept, next);
  } catch {
    // Without storage it lasts as long as the page.
  }
}

/** Completes when the words of the frame and of Create are there; those of another page come with the page. */
export async function startWords(first: Language = preferred()): Promise<void> {
  await i18n
    .use({
      type: "backend",
      init: () => undefined,
      read(lang: string, namespace: string, callback: (error: unknown, words: Record<string, unknown> | null) => void) {
        const load = files[`./${lang}/${namespace}.json`];
        if (load === undefined) {
          callback(new Error(`There are no words ${lang}/${namespace}.`), null);
        } else {
          load().then(
            (words) => callback(null, words),
            (error: unknown) => callback(error, null),
          );
        }
      },
    })
    .use(initReactI18next)
    .init({
      lng: first,
      fallbackLng: languages[0],
      supportedLngs: [...languages],
      ns: ["frame", "catalog", "create", "takes"],
      defaultNS: "frame",
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  i18n.services.formatter?.add("number", (value: number, lng) => numberIn(lng ?? languages[0], value));
}
