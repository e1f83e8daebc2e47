import { createInstance } from "i18next";
import { initReactI18next } from "react-i18next";

/** The languages that the studio speaks; the first stands in for what another lacks, which a test forbids. */
export const languages = ["en", "ru"] as const;
export type Language = (typeof languages)[number];

const i18n = createInstance();
const kept = "kinora.language";
const files = import.meta.glob<Record<string, unknown>>("./*/*.json", { import: "default" });

/** What was chosen here before; else the first of the browser's languages that is spoken. */
function preferred(): Language {
  const known = (language: string | null | undefined) => languages.find((one) => language?.split("-")[0] === one);
  try {
    const chosen = known(localStorage.getItem(kept));
    if (chosen !== undefined) {
      return chosen;
    }
  } catch {
    // Without storage the browser decides.
  }
  return navigator.languages.map(known).find((one) => one !== undefined) ?? languages[0];
}

export const language = (): Language => i18n.language as Language;

/** Speaks another language from now on, and after a reload. */
export async function speak(next: Language): Promise<void> {
  await i18n.changeLanguage(next);
  try {
    localStorage.setItem(kept, next);
  } catch {
    // Without storage it lasts as long as the page.
  }
}

i18n.on("languageChanged", (next) => {
  document.documentElement.lang = next;
});

/** Completes when the words of the frame are there; those of a page come with the page. */
export async function startWords(): Promise<void> {
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
      lng: preferred(),
      fallbackLng: languages[0],
      supportedLngs: [...languages],
      ns: ["frame"],
      defaultNS: "frame",
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}
