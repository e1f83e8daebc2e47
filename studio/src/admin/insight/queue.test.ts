import { expect, it } from "vitest";
import type { Stuck } from "../shared/types";
import { byStep, daysBefore } from "./queue";

it("counts takes by their step", () => {
  const takes = ["queued", "running", "running"].map((status) => ({ status }) as Stuck);
  expect(byStep(takes)).toEqual({ queued: 1, submitting: 0, running: 2, collecting: 0 });
});

it("goes back by whole days", () => {
  expect(daysBefore(Date.parse("2026-03-01T00:30:00Z"), 1)).toBe("2026-02-28");
});
