import { expect, it } from "vitest";
import { progressShare, secondsLeft } from "./progress";

it("Progress follows typical time, then slows after 90 % and never arrives by itself", () => {
  expect(progressShare(0, 100, null)).toBe(0);
  expect(progressShare(50, 100, null)).toBe(0.5);
  expect(progressShare(90, 100, null)).toBeCloseTo(0.9);
  expect(progressShare(100, 100, null)).toBeLessThan(0.93);
  expect(progressShare(10_000, 100, null)).toBeLessThan(1);
});

it("Progress never goes back as time passes", () => {
  const shares = Array.from({ length: 600 }, (_, second) => progressShare(second, 100, null));
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

it("Progress believes the provider, within bounds", () => {
  expect(progressShare(1, 100, 62)).toBe(0.62);
  expect(progressShare(1, 100, 140)).toBe(1);
  expect(progressShare(1, 100, -3)).toBe(0);
});

it("Time left comes from typical time, else from the provider's percent, and ends with silence", () => {
  expect(secondsLeft(78, 125, null)).toBe(47);
  expect(secondsLeft(30, 125, 50)).toBe(30);
  expect(secondsLeft(30, 125, 2)).toBe(95);
  expect(secondsLeft(130, 125, null)).toBeNull();
});
