import { expect, it } from "vitest";
import { daysLeft } from "./lasting";
import { daysUntil } from "./spent";

const days = daysUntil(Date.UTC(2026, 10, 30), 30);
const item = (day: string, credits: number) => ({ day, model: "kling", credits, count: 1 });

it("Credits last by the pace since they were first spent", () => {
  expect(daysLeft(1_000, [item("2026-11-21", 60), item("2026-11-30", 40)], days)).toBe(100);
  expect(daysLeft(0, [item("2026-11-01", 30)], days)).toBe(0);
});

it("Nothing is foretold from a few days, from none, and from days out of the span", () => {
  expect(daysLeft(1_000, [item("2026-11-25", 60)], days)).toBeNull();
  expect(daysLeft(1_000, [], days)).toBeNull();
  expect(daysLeft(1_000, [item("2026-09-01", 60), item("2026-11-01", 0)], days)).toBeNull();
});
