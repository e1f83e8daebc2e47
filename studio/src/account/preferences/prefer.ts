import { type Language, speak } from "../../i18n";
import { switchSingleKeys } from "../../ui/singleKeys";
import { otherTheme, showTheme } from "../../ui/theme";
import { keepPreferences } from "./calls";
import type { Preferences } from "./preferences";

/** Makes this page be as preferences say, and remembers them in this browser. */
export function adopt({ theme, language, singleKeys }: Preferences): void {
  if (theme !== undefined) {
    showTheme(theme);
  }
  if (language !== undefined) {
    void speak(language);
  }
  if (singleKeys !== undefined) {
    switchSingleKeys(singleKeys);
  }
}

let last: Promise<unknown> = Promise.resolve();

/** What a person chooses holds here at once, and is kept for where they sign in next. */
export function prefer(change: Preferences): ReturnType<typeof keepPreferences> {
  adopt(change);
  // One after the other: each begins with what the one before has kept.
  const kept = last.then(() => keepPreferences(change));
  last = kept.catch(() => undefined);
  return kept;
}

// Away from the page of preferences nobody is told that they could not be kept: here they hold all the same.
const choose = (change: Preferences): void => void prefer(change).catch(() => undefined);

export const chooseLanguage = (language: Language): void => choose({ language });

/** Switches between dark and light. */
export const switchTheme = (): void => choose({ theme: otherTheme() });
