import { expect, it } from "vitest";
import type { PriceRow } from "../shared/types";
import { toCsv, inOrder, kindOf, marginOf } from "./margins";

const row = (model: string, usd: number, upstreamUsd: number, isGuess = false): PriceRow => ({
  model,
  variant: `${model}/v`,
  mode: "text-to-video",
  cases: 1,
  when: 'resolution 1080p, "long"',
  credits: usd * 200,
  usd,
  upstreamCredits: upstreamUsd * 200,
  upstreamUsd,
  marginUsd: usd - upstreamUsd,
  isGuess,
  settings: { resolution: "1080p" },
});

const rows = [row("guess", 1, 2, true), row("gain", 2, 1), row("loss", 1, 1.5), row("equal", 1, 1)];

it("tells what a price brings", () => {
  expect(rows.map(kindOf)).toEqual(["unknown", "gain", "loss", "equal"]);
  expect(rows.map(marginOf)).toEqual([-1, 0.5, -0.5, 0]);
  expect(marginOf(row("free", 0, 1))).toBeNull();
});

const names = (descending: boolean) => inOrder(rows, { by: "margin", descending }).map((each) => each.model);

it("sorts by margin with the unknown last, both ways", () => {
  expect(names(false)).toEqual(["loss", "equal", "gain", "guess"]);
  expect(names(true)).toEqual(["gain", "equal", "loss", "guess"]);
});

it("writes texts with quotes in quotes", () => {
  expect(toCsv([row("one", 1, 1)]).split("\r\n")[1]).toBe(
    'one,one/v,text-to-video,"resolution 1080p, ""long""",200,1,200,1,0,true',
  );
});
