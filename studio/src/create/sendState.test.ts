import { describe, expect, it } from "vitest";
import type { Quote } from "../api/types";
import { type Pricing, pricingOf, type SendFacts, sendStateOf } from "./sendState";

const quote: Quote = { credits: 432, usd: 4.32, exact: true, lines: [], warnings: [] };
const known: Pricing = { status: "known", quote };
const facts: SendFacts = { blocker: null, pricing: known, available: 4_318, online: true, sending: false };

describe("pricingOf", () => {
  it("takes an answer only for the body that is wanted now", () => {
    expect(pricingOf("b", { body: "a", quote, failed: false })).toEqual({ status: "pricing" });
    expect(pricingOf("b", { body: "a", quote: undefined, failed: true })).toEqual({ status: "pricing" });
    expect(pricingOf("b", { body: "b", quote, failed: false })).toEqual(known);
  });

  it("has nothing to price without a body, and says when there is no price", () => {
    expect(pricingOf(null, { body: null, quote: undefined, failed: false })).toEqual({ status: "none" });
    expect(pricingOf("b", { body: "b", quote: undefined, failed: true })).toEqual({ status: "refused" });
  });
});

describe("sendStateOf", () => {
  it("is ready with the price and what is left after it", () => {
    expect(sendStateOf(facts)).toEqual({ kind: "ready", credits: 432, after: 3_886 });
    expect(sendStateOf({ ...facts, online: false })).toEqual({ kind: "offline", credits: 432, after: 3_886 });
  });

  it("is never ready without a price", () => {
    expect(sendStateOf({ ...facts, pricing: { status: "pricing" } })).toEqual({ kind: "pricing" });
    expect(sendStateOf({ ...facts, pricing: { status: "refused" } })).toMatchObject({
      kind: "blocked",
      reason: "quote",
    });
  });

  it("says what is missing, to the credit", () => {
    expect(sendStateOf({ ...facts, available: 432 })).toMatchObject({ kind: "ready", after: 0 });
    expect(sendStateOf({ ...facts, available: 431 })).toEqual({ kind: "short", credits: 432, missing: 1 });
  });

  it("keeps the price in sight while something is missing or a send is on its way", () => {
    expect(sendStateOf({ ...facts, blocker: "prompt" })).toEqual({ kind: "blocked", credits: 432, reason: "prompt" });
    expect(sendStateOf({ ...facts, sending: true })).toEqual({ kind: "sending", credits: 432 });
  });
});
