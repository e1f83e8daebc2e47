import { expect, it } from "vitest";
import type { Output } from "../api/types";
import { take } from "../testing/samples";
import { creditsPerSecond, tookSeconds, waitedSeconds } from "./readings";

it("Readings come from what is known of a take", () => {
  const done = take("gen_1", {
    startedAt: "2026-05-01T10:00:09Z",
    completedAt: "2026-05-01T10:02:16Z",
    charge: { held: 0, captured: 99, released: 0 },
    outputs: [{ durationSeconds: 8 } as Output],
  });
  expect([waitedSeconds(done), tookSeconds(done), creditsPerSecond(done)]).toEqual([9, 127, 12.4]);
});

it("What is not known has no reading", () => {
  const queued = take("gen_2");
  expect([waitedSeconds(queued), tookSeconds(queued), creditsPerSecond(queued)]).toEqual([null, null, null]);
});
