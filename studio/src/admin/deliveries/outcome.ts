import type { Tone } from "../../ui/Pill";
import type { Callback, Delivery } from "../shared/types";

/** The filter of the API: will be tried again, or will not. */
export type OutState = "waiting" | "ended";

/** What became of a delivery so far. */
export type Outcome = "new" | "taken" | "failing" | "givenUp";

export function outcomeOf(delivery: Delivery): Outcome {
  if (delivery.dueAt != null) {
    return delivery.answer == null || delivery.answer === "taken" ? "new" : "failing";
  }
  return delivery.answer === "taken" ? "taken" : "givenUp";
}

/** The HTTP status that the last try was answered with, where it was answered. */
export function statusOf(delivery: Delivery): string | null {
  return /status (\d{3})/.exec(delivery.answer ?? "")?.[1] ?? null;
}

/** How often a delivery is tried before it is given up. */
export const mostTries = 10;

export const outTones: Record<Outcome, Tone> = { new: "plain", taken: "ok", failing: "bad", givenUp: "warn" };

export const inTones: Record<Callback["outcome"], Tone> = {
  applied: "ok",
  duplicate: "plain",
  late: "info",
  foreign: "warn",
  forged: "bad",
  unreadable: "bad",
};

/** JSON with line breaks; other text as it came. */
export function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** The host of an address; the address itself where it is none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** What is told: the event of a webhook, else the API in whose words a generation's end is. */
export const toldOf = ({ event, surface }: Pick<Delivery, "event" | "surface">): string => event ?? surface;
