import { expect, it } from "vitest";
import type { Delivery } from "../shared/types";
import { hostOf, laidOut, outcomeOf, statusOf, toldOf } from "./outcome";

const delivery = (change: Partial<Delivery>): Delivery => ({
  id: "evt_1",
  generationId: "gen_1",
  number: 3,
  surface: "kinora",
  url: "https://hooks.example/x",
  createdAt: "2026-11-22T06:00:00Z",
  tries: 0,
  ...change,
});

it("tells what became of a delivery", () => {
  const dueAt = "2026-11-22T06:05:00Z";
  const failed = "It was answered with status 500.";
  expect(
    [{ dueAt }, { dueAt, answer: failed }, { answer: "taken" }, { answer: failed }, { dueAt, answer: "taken" }].map(
      (change) => outcomeOf(delivery(change)),
    ),
  ).toEqual(["new", "failing", "taken", "givenUp", "new"]);
  expect(statusOf(delivery({ answer: failed }))).toBe("500");
  expect(statusOf(delivery({ answer: "taken" }))).toBeNull();
});

it("lays out what is JSON, and leaves the rest", () => {
  expect(laidOut('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(laidOut("not json")).toBe("not json");
  expect([hostOf("https://hooks.example:8443/x"), hostOf("?")]).toEqual(["hooks.example:8443", "?"]);
});

it("names the event of a webhook, and the API of what is told in other words", () => {
  expect(toldOf(delivery({ event: "generation.failed" }))).toBe("generation.failed");
  expect(toldOf(delivery({ surface: "kie/jobs" }))).toBe("kie/jobs");
});
