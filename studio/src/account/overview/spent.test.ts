import { expect, it } from "vitest";
import { daysUntil, spentByModel, stacked } from "./spent";

const item = (day: string, model: string, credits: number, count = 1) => ({ day, model, credits, count });

it("Days are the server's, the last one is today", () => {
  expect(daysUntil(Date.UTC(2026, 2, 1, 0, 10), 3)).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
});

it("Models stand by what they cost, each day in its place", () => {
  const days = ["2026-11-20", "2026-11-21"];
  const spent = spentByModel(
    [
      item("2026-11-20", "wan", 40),
      item("2026-11-21", "kling", 100, 2),
      item("2026-11-21", "wan", 10),
      item("2026-11-01", "old", 999),
    ],
    days,
    5,
  );
  expect(spent).toEqual([
    { model: "kling", credits: 100, takes: 2, daily: [0, 100] },
    { model: "wan", credits: 50, takes: 2, daily: [40, 10] },
  ]);
  expect(stacked(spent)).toEqual([
    [null, 100],
    [40, 110],
  ]);
});

it("Models beyond those that are shown are one together", () => {
  const items = [item("d", "a", 5), item("d", "b", 4), item("d", "c", 3), item("d", "e", 2)];
  const spent = spentByModel(items, ["d"], 3);
  expect(spent.map(({ model, credits }) => [model, credits])).toEqual([
    ["a", 5],
    ["b", 4],
    [null, 5],
  ]);
  expect(spentByModel(items, ["d"], 4).map(({ model }) => model)).toEqual(["a", "b", "c", "e"]);
});
