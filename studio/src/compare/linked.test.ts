import { expect, it } from "vitest";
import { hasDrifted, leaderOf, placeOf } from "./linked";

it("The longest video leads; the others end where they end", () => {
  expect(leaderOf([4, 8, 6])).toBe(1);
  expect(leaderOf([Number.NaN, 5])).toBe(1);
  expect(leaderOf([Number.NaN])).toBe(-1);
  expect([placeOf(6, 8), placeOf(6, 4), placeOf(-1, 4)]).toEqual([6, 4, 0]);
});

it("Small differences are left alone", () => {
  expect([hasDrifted(1, 1.05), hasDrifted(1, 1.2)]).toEqual([false, true]);
});
