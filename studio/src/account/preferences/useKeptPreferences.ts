import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { fetchPreferences, preferencesKey } from "./calls";
import { adopt } from "./prefer";
import { preferencesOf, storedAs } from "./preferences";

/** In a browser where nothing was chosen yet, what the person chose elsewhere holds. What is chosen in another tab holds here too. */
export function useKeptPreferences(): void {
  const { data } = useQuery({ queryKey: preferencesKey, queryFn: ({ signal }) => fetchPreferences(signal) });
  useEffect(() => {
    if (data !== undefined) {
      adopt(preferencesOf(Object.fromEntries(Object.entries(data).filter(([name]) => isOpen(storedAs(name))))));
    }
  }, [data]);

  useEffect(() => {
    function follow({ key, newValue }: StorageEvent): void {
      const name = ["theme", "language", "singleKeys"].find((each) => storedAs(each) === key);
      if (name !== undefined) {
        adopt(preferencesOf({ [name]: name === "singleKeys" ? newValue !== "off" : newValue }));
      }
    }
    addEventListener("storage", follow);
    return () => removeEventListener("storage", follow);
  }, []);
}

/** Whether nothing was chosen here yet. Without storage that is not known, and what is shown stays. */
function isOpen(key: string): boolean {
  try {
    return localStorage.getItem(key) === null;
  } catch {
    return false;
  }
}
