import { type Draft, emptyDraft } from "./draft";

const key = "kinora.draft";

/** The draft of the last visit; an empty one when there is none, or when it cannot be read. */
export function loadDraft(): Draft {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return typeof stored === "object" && stored !== null ? { ...emptyDraft, ...stored } : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

export function saveDraft(draft: Draft): void {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is full or off: the draft lives as long as the page.
  }
}
