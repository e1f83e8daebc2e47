import { expect, it } from "vitest";
import type { Output } from "../api/types";
import { take } from "../testing/samples";
import { bytesOf, ratioName, ratioOf } from "./look";

const output = (part: Partial<Output>) => ({ bytes: 0, durationSeconds: 0, ...part }) as Output;

it("A take has the ratio of its video, before that the one that was asked for", () => {
  expect(ratioOf(take("a", { outputs: [output({ width: 1080, height: 1920 })] }))).toBeCloseTo(9 / 16);
  expect(ratioOf(take("a", { input: { model: "m", aspectRatio: "1:1" } }))).toBe(1);
  expect(ratioOf(take("a", { input: { model: "m", aspectRatio: "auto" } }))).toBeCloseTo(16 / 9);
});

it("A picture that is far from square still has room for its tile", () => {
  expect(ratioOf(take("a", { outputs: [output({ width: 4000, height: 100 })] }))).toBe(2.6);
});

it("Shapes have their usual names", () => {
  expect([ratioName(1280, 720), ratioName(1366, 768), ratioName(720, 1280), ratioName(1000, 190)]).toEqual([
    "16:9",
    "16:9",
    "9:16",
    "5.26",
  ]);
});

it("Sizes are those of all outputs", () => {
  expect(bytesOf([take("a", { outputs: [output({ bytes: 2 }), output({ bytes: 3 })] }), take("b")])).toBe(5);
});
