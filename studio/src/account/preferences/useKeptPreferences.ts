import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { speak } from "../../i18n";
import { switchSingleKeys } from "../../ui/singleKeys";
import { showTheme } from "../../ui/theme";
import { fetchPreferences, preferencesKey } from "./calls";
import { preferencesOf } from "./preferences";

/** In a browser where nothing was chosen yet, what the person chose elsewhere holds. What was chosen here stays. */
export function useKeptPreferences(): void {
  const { data } = useQuery({ queryKey: preferencesKey, queryFn: ({ signal }) => fetchPreferences(signal) });
  useEffect(() => {
    if (data === undefined) {
      return;
    }
    const { theme, language, singleKeys } = preferencesOf(data);
    if (theme !== undefined && isOpen("kinora.theme")) {
      showTheme(theme);
    }
    if (language !== undefined && isOpen("kinora.language")) {
      void speak(language);
    }
    if (singleKeys !== undefined && isOpen("kinora.singleKeys")) {
      switchSingleKeys(singleKeys);
    }
  }, [data]);
}

/** Whether nothing was chosen here yet. Without storage that is not known, and what is shown stays. */
function isOpen(key: string): boolean {
  try {
    return localStorage.getItem(key) === null;
  } catch {
    return false;
  }
}
