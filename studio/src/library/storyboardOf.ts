import type { Generation } from "../api/types";
import type { ItemChange } from "../groups/types";
import { isStored } from "./look";

/** Shots that one storyboard may have. */
const mostShots = 100;

/** Takes as the shots of a film, in their order: each as it is, and with its request, should it be made anew. */
export function storyboardOf(takes: readonly Generation[]): ItemChange[] {
  return takes
    .filter((take) => take.status === "succeeded" && isStored(take))
    .slice(0, mostShots)
    .map(({ id, input }) => {
      const { webhookUrl: _, ...request } = input;
      return { request, chosen: id };
    });
}
