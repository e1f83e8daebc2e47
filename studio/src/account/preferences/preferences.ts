import { type Language, languages } from "../../i18n";
import { type Theme, themes } from "../../ui/theme";

/** What a person has set, as far as the studio knows it. What else stands beside it on the server stays there. */
export interface Preferences {
  readonly theme?: Theme;
  readonly language?: Language;
  readonly singleKeys?: boolean;
  /** Ids of models, the latest first. */
  readonly favoriteModels?: readonly string[];
}

const areIds = (kept: unknown): kept is readonly string[] =>
  Array.isArray(kept) && kept.every((id) => typeof id === "string");

/** Reads what the server keeps; what is none of the values that there are is left out. */
export function preferencesOf(kept: Readonly<Record<string, unknown>>): Preferences {
  const theme = themes.find((one) => one === kept.theme);
  const language = languages.find((one) => one === kept.language);
  return {
    ...(theme !== undefined && { theme }),
    ...(language !== undefined && { language }),
    ...(typeof kept.singleKeys === "boolean" && { singleKeys: kept.singleKeys }),
    ...(areIds(kept.favoriteModels) && { favoriteModels: kept.favoriteModels }),
  };
}

/** Under what name this browser remembers a preference. */
export const storedAs = (name: string) => `kinora.${name}`;
