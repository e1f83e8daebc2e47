import { expect, it } from "vitest";
import { countsOf } from "./tally";

it("What a provider has, in any phase, is rendering", () => {
  const progress = {
    draft: 1,
    queued: 2,
    submitting: 1,
    running: 3,
    collecting: 1,
    succeeded: 4,
    failed: 1,
    canceled: 2,
  };
  expect(countsOf(progress)).toEqual({ draft: 1, queued: 2, rendering: 5, done: 4, failed: 1, canceled: 2, all: 15 });
});
