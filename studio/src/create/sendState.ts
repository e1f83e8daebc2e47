import type { Quote } from "../api/types";
import type { MediaRole } from "../draft/media";

/** How the price of the current settings stands. */
export type Pricing =
  { status: "none" } | { status: "pricing" } | { status: "known"; quote: Quote } | { status: "refused" };

/** What the Generate button shows and whether it may be pressed. */
export type SendState =
  | { kind: "ready"; credits: number; after: number }
  | { kind: "offline"; credits: number; after: number }
  | { kind: "pricing" }
  | { kind: "sending"; credits: number | null }
  | { kind: "short"; credits: number; missing: number }
  | { kind: "blocked"; credits: number | null; reason: Blocker };

export type Blocker =
  "prompt" | "promptTooLong" | "take" | "setting" | "unfit" | "uploading" | "paused" | "quote" | MediaRole;

export interface SendFacts {
  readonly blocker: Blocker | null;
  readonly pricing: Pricing;
  readonly available: number;
  readonly online: boolean;
  readonly sending: boolean;
}

/** One answer to "can this be sent now, and what does it cost". A price is never assumed: without one nothing is ready. */
export function sendStateOf({ blocker, pricing, available, online, sending }: SendFacts): SendState {
  const credits = pricing.status === "known" ? pricing.quote.credits : null;
  if (sending) {
    return { kind: "sending", credits };
  }
  if (blocker !== null) {
    return { kind: "blocked", credits, reason: blocker };
  }
  if (credits === null) {
    return pricing.status === "refused" ? { kind: "blocked", credits, reason: "quote" } : { kind: "pricing" };
  }
  if (credits > available) {
    return { kind: "short", credits, missing: credits - available };
  }
  return { kind: online ? "ready" : "offline", credits, after: available - credits };
}

/** The pricing of a wanted body, given the last body asked about: an answer to another body is no answer. */
export function pricingOf(
  wanted: string | null,
  asked: { body: string | null; quote: Quote | undefined; failed: boolean },
): Pricing {
  if (wanted === null) {
    return { status: "none" };
  }
  if (asked.body !== wanted) {
    return { status: "pricing" };
  }
  if (asked.quote !== undefined) {
    return { status: "known", quote: asked.quote };
  }
  return asked.failed ? { status: "refused" } : { status: "pricing" };
}
