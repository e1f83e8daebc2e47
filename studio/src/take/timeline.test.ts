import { expect, it } from "vitest";
import { costRows, momentsOf } from "./timeline";

const at = "2026-05-01T10:00:00Z";
const entry = (to: string, from?: string) => ({ at, to, cause: "x", ...(from !== undefined && { from }) });

it("A second submission is a ring, what goes on is now, and attempts are counted", () => {
  const history = [
    entry("queued"),
    entry("submitting", "queued"),
    entry("queued", "submitting"),
    entry("submitting", "queued"),
    entry("running", "submitting"),
  ];
  const moments = momentsOf({ history, status: "running" });
  expect(moments.map(({ mark }) => mark)).toEqual(["done", "done", "retried", "retried", "now"]);
  expect(moments.map(({ attempt }) => attempt)).toEqual([0, 1, 1, 2, 2]);
});

it("An end is done or failed, never now", () => {
  expect(momentsOf({ history: [entry("succeeded")], status: "succeeded" })[0]?.mark).toBe("done");
  expect(momentsOf({ history: [entry("failed")], status: "failed" })[0]?.mark).toBe("failed");
});

const row = (kind: "hold" | "capture" | "release", balanceChange: number, heldChange: number) => ({
  kind,
  balanceChange,
  heldChange,
  at,
});

it("What was held beyond the charge is told as released", () => {
  const amounts = (...rows: ReturnType<typeof row>[]) =>
    costRows(rows).map(({ kind, credits }) => `${kind} ${credits}`);
  expect(amounts(row("hold", 0, 100), row("capture", -100, -100))).toEqual(["held 100", "captured 100"]);
  expect(amounts(row("hold", 0, 100), row("capture", -60, -100))).toEqual(["held 100", "captured 60", "released 40"]);
  expect(amounts(row("hold", 0, 100), row("release", 0, -100))).toEqual(["held 100", "released 100"]);
  expect(amounts(row("capture", -100, 0))).toEqual(["captured 100"]);
});
