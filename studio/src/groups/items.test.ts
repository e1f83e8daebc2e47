import { expect, it } from "vitest";
import { model, take } from "../testing/samples";
import { draftOfRequest, isOpen, isUnderWay, modelNamed, returned, takeOf, withItem, withoutItem } from "./items";
import type { Group, GroupItem } from "./types";

function item(id: string, part: Partial<GroupItem> = {}): GroupItem {
  return {
    id,
    request: { model: "sample-1", prompt: "A kite" },
    continues: false,
    status: "draft",
    takes: [],
    ...part,
  };
}

function group(items: GroupItem[]): Group {
  const none = { draft: 0, queued: 0, submitting: 0, running: 0, collecting: 0, succeeded: 0, failed: 0, canceled: 0 };
  const credits = { estimated: 0, held: 0, captured: 0 };
  return { id: "grp_1", kind: "batch", name: "Kites", createdAt: "", version: 1, progress: none, credits, items };
}

it("The take that counts stands for an item, else the newest", () => {
  const takes = [take("gen_2"), take("gen_1")];
  expect(takeOf(item("i1"))).toBeUndefined();
  expect(takeOf(item("i1", { takes }))?.id).toBe("gen_2");
  expect(takeOf(item("i1", { takes, take: "gen_1" }))?.id).toBe("gen_1");
});

it("An item is open, under way, or made", () => {
  expect([item("1"), item("2", { status: "failed" }), item("3", { status: "canceled" })].every(isOpen)).toBe(true);
  expect(isUnderWay(item("4", { status: "collecting" }))).toBe(true);
  expect(isOpen(item("5", { status: "succeeded" })) || isUnderWay(item("5", { status: "succeeded" }))).toBe(false);
});

it("A change of one item keeps the others", () => {
  const before = group([item("i1"), item("i2")]);
  expect(withItem(before, "i2", { continues: true }).items).toEqual([{ id: "i1" }, { id: "i2", continues: true }]);
  expect(withoutItem(before, "i1").items).toEqual([{ id: "i2" }]);
});

it("A model is found by any of its names", () => {
  const models = [model(), model({ id: "other", aliases: ["acme/other"] })];
  expect(modelNamed(models, "acme/other")?.id).toBe("other");
  expect(modelNamed(models, "none")).toBeUndefined();
});

it("A kept request becomes a draft with its settings, prompt and pictures", () => {
  const draft = draftOfRequest({ model: "m", mode: "text-to-video", prompt: "A kite", duration: 8, seed: 7 });
  expect(draft).toMatchObject({ model: "m", mode: "text-to-video", prompt: "A kite", seedLocked: true });
  expect(draft.settings).toEqual({ duration: 8, seed: 7 });
  expect(draftOfRequest({ model: "m", firstFrame: "asset_1" }).media.firstFrame?.[0]?.source).toBe("asset_1");
});

it("What was given back is summed over all takes", () => {
  const failed = take("gen_1", { charge: { held: 0, captured: 0, released: 30 } });
  expect(returned(group([item("i1", { takes: [failed, failed] })]))).toBe(60);
});
