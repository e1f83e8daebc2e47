import type { MouseEvent } from "react";
import type { Generation } from "../api/types";
import { leaveListing } from "./listingPlace";

/** What a press on a take in a listing does: it selects with Shift, in the bin, and while others are selected; else the link leads to the take. */
export function pressTake(
  event: MouseEvent,
  take: Generation,
  picking: boolean,
  onPick: (take: Generation, range: boolean) => void,
): void {
  const aside = event.ctrlKey || event.metaKey;
  if (event.shiftKey || take.deletedAt !== undefined || (picking && !aside)) {
    event.preventDefault();
    onPick(take, event.shiftKey);
  } else {
    leaveListing();
  }
}
