import { expect, it } from "vitest";
import type { GroupItem } from "../groups/types";
import { isResume, sendable } from "./cap";

const row = (id: string, estimate: number | undefined, status: GroupItem["status"] = "draft"): GroupItem => ({
  id,
  request: { model: "m" },
  continues: false,
  status,
  takes: [],
  ...(estimate === undefined ? {} : { estimate }),
});

it("All that is open and has a price can be sent", () => {
  const rows = [row("1", 10), row("2", undefined), row("3", 20, "canceled"), row("4", undefined, "running")];
  expect(sendable(rows, 0, null)).toEqual({ ids: ["1", "3"], credits: 30, waiting: 0 });
});

it("The limit counts what is spent, and stops at the first row beyond it", () => {
  const rows = [row("1", 10), row("2", 50), row("3", 10)];
  expect(sendable(rows, 70, 100)).toEqual({ ids: ["1"], credits: 10, waiting: 2 });
  expect(sendable(rows, 100, 100)).toEqual({ ids: [], credits: 0, waiting: 3 });
});

it("What failed is sent again only when that is asked for", () => {
  const rows = [row("1", 10), row("2", 50, "failed")];
  expect(sendable(rows, 0, null).ids).toEqual(["1"]);
  expect(sendable(rows, 0, null, true)).toEqual({ ids: ["2"], credits: 50, waiting: 0 });
});

it("What was paused is resumed; beside drafts it is sent as they are", () => {
  const rows = [row("1", 10, "canceled"), row("2", 10, "canceled"), row("3", 10)];
  expect(isResume(rows, ["1", "2"])).toBe(true);
  expect(isResume(rows, ["1", "2", "3"])).toBe(false);
  expect(isResume(rows, [])).toBe(false);
});
