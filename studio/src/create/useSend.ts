import { useCallback, useMemo, useState } from "react";
import { ApiError } from "../api/problem";
import type { Account, FieldProblem, Quote } from "../api/types";
import { controlOf } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { type Missing, missingIn, unfitIn } from "../draft/missing";
import { quoteRequestOf, requestOf } from "../draft/request";
import { withFreshSeed } from "../draft/seed";
import { useQuote } from "../draft/useQuote";
import { useFeed } from "../feed/FeedProvider";
import { newKey } from "../feed/outbox";
import { type Blocker, pricingOf, type SendState, sendStateOf } from "./sendState";

const sendingShownFor = 400;

/** The state of the Generate button, what it does, and the faults that stand at the controls. */
export interface SendControl {
  readonly state: SendState;
  /** Credits that are free to spend. */
  readonly available: number;
  readonly faults: readonly FieldProblem[];
  /** The price of what is composed now, where it is known. */
  readonly quote: Quote | null;
  press(): void;
}

function blockerOf(missing: Missing | null): Blocker | null {
  return missing === null ? null : missing.kind === "file" ? missing.role : missing.kind;
}

export function useSend(account: Account): SendControl {
  const { model, mode, draft, problem, uploads, update } = useDraft();
  const feed = useFeed();
  const [sending, setSending] = useState(false);

  const body = uploads.pending ? null : quoteRequestOf(model, draft);
  const wanted = body === null ? null : JSON.stringify(body);
  const asked = useQuote(wanted, feed.online);
  const pricing = pricingOf(wanted, { body: asked.body, quote: asked.quote, failed: asked.error instanceof ApiError });

  const prompt = controlOf(mode, "prompt");
  const length = draft.prompt.trim().length;
  const blocker: Blocker | null = !model.available
    ? "paused"
    : prompt?.required === true && length === 0
      ? "prompt"
      : length > (prompt?.maxLength ?? Infinity)
        ? "promptTooLong"
        : uploads.pending
          ? "uploading"
          : (blockerOf(missingIn(mode, draft)) ?? (unfitIn(mode, draft) === null ? null : "unfit"));

  // What waits for the connection is as good as spent.
  const waiting = feed.online ? 0 : feed.sends.reduce((sum, send) => sum + send.credits, 0);
  const available = account.available - waiting;
  const state = sendStateOf({ blocker, pricing, available, online: feed.online, sending });
  const quoteFaults = asked.body === wanted && asked.error instanceof ApiError ? asked.error : null;
  const faults = useMemo(() => [...(problem?.fields ?? []), ...(quoteFaults?.fields ?? [])], [problem, quoteFaults]);

  const press = useCallback(() => {
    if (state.kind !== "ready" && state.kind !== "offline") {
      return;
    }
    const final = withFreshSeed(model, draft);
    update(final);
    feed.send({ key: newKey(), request: requestOf(model, final), credits: state.credits, at: Date.now() });
    setSending(true);
    setTimeout(() => setSending(false), sendingShownFor);
  }, [state, model, draft, feed, update]);

  const quote = pricing.status === "known" ? pricing.quote : null;
  return { state, available, faults, quote, press };
}
