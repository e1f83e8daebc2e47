import { expect, it } from "vitest";
import { take } from "../testing/samples";
import { secondsToGo } from "./pace";

const now = Date.parse("2026-05-01T10:01:00Z");
const done = take("gen_1", { status: "succeeded", completedAt: "2026-05-01T10:00:30Z" });

it("What is left takes as long for each as what is done", () => {
  expect(secondsToGo([done, done, take("gen_3")], now)).toBe(30);
});

it("Without anything done, or anything left, nothing is said", () => {
  expect(secondsToGo([take("gen_1")], now)).toBeNull();
  expect(secondsToGo([done], now)).toBeNull();
});

it("What was done before does not count", () => {
  const before = take("gen_0", { status: "succeeded", completedAt: "2026-04-30T10:00:00Z" });
  expect(secondsToGo([before, take("gen_1")], now)).toBeNull();
  expect(secondsToGo([before, done, take("gen_3")], now)).toBe(60);
});

it("What was withdrawn says nothing of the pace", () => {
  const withdrawn = take("gen_9", { status: "canceled", completedAt: "2026-05-01T10:00:01Z" });
  expect(secondsToGo([withdrawn, take("gen_3")], now)).toBeNull();
});
