import { useMemo } from "react";
import { useSearchParams } from "wouter";
import { type LibraryFilter, readFilter, writeFilter } from "./filter";

export type LibraryView = "grid" | "list";

/** The filter and the view as the address has them, and ways to change them in place. */
export function useFilter(collection = "") {
  const [address, setAddress] = useSearchParams();
  const filter = useMemo(() => readFilter(address, collection), [address, collection]);
  const view: LibraryView = address.get("view") === "list" ? "list" : "grid";
  return {
    filter,
    view,
    change(part: Partial<LibraryFilter>) {
      setAddress((now) => writeFilter(now, { ...readFilter(now, collection), ...part }), { replace: true });
    },
    setView(next: LibraryView) {
      setAddress(
        (now) => {
          const words = new URLSearchParams(now);
          if (next === "list") {
            words.set("view", "list");
          } else {
            words.delete("view");
          }
          return words;
        },
        { replace: true },
      );
    },
  };
}
