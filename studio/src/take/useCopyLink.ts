import { useEffect, useState } from "react";

export interface CopyingLink {
  readonly state: "rest" | "done" | "failed";
  copy(): void;
}

/** Copies the address of this page, for people who can sign in here; says for a moment how that went. */
export function useCopyLink(): CopyingLink {
  const [state, setState] = useState<CopyingLink["state"]>("rest");
  useEffect(() => {
    if (state === "rest") {
      return;
    }
    const timer = setTimeout(() => setState("rest"), 2_500);
    return () => clearTimeout(timer);
  }, [state]);
  return {
    state,
    copy() {
      // Without a secure origin there is no clipboard.
      const copied =
        navigator.clipboard?.writeText(location.origin + location.pathname) ??
        Promise.reject(new Error("No clipboard"));
      copied.then(
        () => setState("done"),
        () => setState("failed"),
      );
    },
  };
}
