import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Generation } from "../api/types";

/** What is done to a take on its page; elsewhere one is led there, to find it begun. */
export type Deed = "remix" | "share";

/** What keys and buttons do to a take wherever it is seen. */
export function useTakeDeeds() {
  const { t } = useTranslation("takes");
  const [, go] = useLocation();
  return {
    begin(take: Generation, deed: Deed): void {
      if (deed === "share" || take.actions.some(({ name }) => name === deed)) {
        go(`/takes/${take.id}`, { state: { deed } });
      }
    },
    async copyLink(id: string): Promise<void> {
      const { toast } = await import("sonner");
      // Without a secure origin there is no clipboard.
      await navigator.clipboard?.writeText(`${location.origin}/takes/${id}`);
      toast(t(navigator.clipboard === undefined ? "linkNotCopied" : "linkCopied"));
    },
  };
}

/** The deed that this page was opened for; told once. */
export function takeDeed(): Deed | undefined {
  const state: unknown = history.state;
  const deed = typeof state === "object" && state !== null && "deed" in state ? state.deed : undefined;
  return deed === "remix" || deed === "share" ? deed : undefined;
}
