import { expect, it } from "vitest";
import { firstRange, limitsFor, moved } from "./range";

const limits = limitsFor(15, { minSeconds: 3, maxSeconds: 10 });

it("A part keeps what the model takes, within what the server cuts", () => {
  expect(limits).toEqual({ length: 15, min: 3, max: 10 });
  expect(limitsFor(4000, {})).toEqual({ length: 4000, min: 0.1, max: 300 });
  expect(limitsFor(2, { minSeconds: 3 })).toEqual({ length: 2, min: 2, max: 2 });
  expect(firstRange(limits)).toEqual({ start: 0, end: 10 });
});

it("A handle that moves outwards pulls the other along once the part is as long as it may be", () => {
  expect(moved({ start: 0, end: 10 }, { start: 0, end: 12 }, limits)).toEqual({ start: 2, end: 12 });
  expect(moved({ start: 5, end: 15 }, { start: 1, end: 15 }, limits)).toEqual({ start: 1, end: 11 });
});

it("A handle that moves inwards leaves the other, and stops at the shortest part", () => {
  expect(moved({ start: 0, end: 10 }, { start: 4.2, end: 10 }, limits)).toEqual({ start: 4.2, end: 10 });
  expect(moved({ start: 0, end: 10 }, { start: 9, end: 10 }, limits)).toEqual({ start: 7, end: 10 });
  expect(moved({ start: 2, end: 10 }, { start: 2, end: 3 }, limits)).toEqual({ start: 2, end: 5 });
});
