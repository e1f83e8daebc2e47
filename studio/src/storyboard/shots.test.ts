import { expect, it } from "vitest";
import type { Output } from "../api/types";
import { emptyDraft } from "../draft/draft";
import type { Group, GroupItem } from "../groups/types";
import { control, mode, model, take } from "../testing/samples";
import { canContinue, madeOf, planOf, reordered, secondsOf, shotMode, shotQuote, shotRequest, titleOf } from "./shots";

const prompt = control("prompt", { required: true });
const duration = control("duration", { type: "integer", choices: [5, 10], default: 5 });
const both = model({
  modes: [
    mode("text-to-video", [prompt, duration, control("aspectRatio", { type: "choice", choices: ["16:9"] })]),
    mode("image-to-video", [prompt, duration, control("firstFrame", { type: "image", required: true })]),
  ],
});
const draft = { ...emptyDraft, prompt: "A kite", settings: { duration: 10, aspectRatio: "16:9" } };
const done = take("gen_1", { status: "succeeded", outputs: [{ durationSeconds: 7.5 } as Output] });

function shot(id: string, part: Partial<GroupItem> = {}): GroupItem {
  return {
    id,
    request: { model: "sample-1", prompt: "A kite" },
    continues: false,
    status: "draft",
    takes: [],
    ...part,
  };
}
const made = shot("made", { status: "succeeded", take: "gen_1", takes: [done] });
const group = (items: GroupItem[]) => ({ items }) as Group;

it("A shot that continues begins with a picture, one of words alone does not", () => {
  expect(canContinue(both)).toBe(true);
  expect(canContinue(model())).toBe(false);
  expect(shotMode(both, draft, true).mode).toBe("image-to-video");
  expect(shotMode(both, draft, false).mode).toBe("text-to-video");
});

it("A request has only what its mode takes, and no frame of its own where it continues", () => {
  const framed = { ...draft, media: { firstFrame: [{ source: "asset_1", url: null }] } };
  expect(shotRequest(both, draft, false)).toMatchObject({ mode: "text-to-video", aspectRatio: "16:9", duration: 10 });
  expect(shotRequest(both, framed, false)).toMatchObject({ mode: "image-to-video", firstFrame: "asset_1" });
  const continued = shotRequest(both, framed, true);
  expect(continued).toEqual({ model: "sample-1", mode: "image-to-video", prompt: "A kite", duration: 10 });
});

it("A price is asked with some frame where the real one is not there yet", () => {
  expect(shotQuote(shot("a", { continues: true })).firstFrame).toBeDefined();
  expect(shotQuote(shot("a")).firstFrame).toBeUndefined();
});

it("A shot is as long as its take, or as it is planned", () => {
  expect(secondsOf(made, both, draft)).toBe(7.5);
  expect(secondsOf(shot("a"), both, draft)).toBe(10);
  expect(madeOf(shot("a"))).toBeNull();
});

it("What can be made now is what waits for no other shot", () => {
  const first = shot("a", { estimate: 10 });
  const waits = shot("b", { estimate: 20, continues: true });
  expect(planOf({ items: [first, waits] })).toEqual({ ids: ["a"], credits: 10, waiting: 1, ready: 0 });
  expect(planOf({ items: [made, waits, shot("faulty")] })).toEqual({ ids: ["b"], credits: 20, waiting: 0, ready: 1 });
});

it("Shots move, and the first continues nothing", () => {
  const shots = group([shot("a"), shot("b", { continues: true }), shot("c")]);
  const request = { model: "sample-1" };
  const ids = (to: number) => reordered(shots, "a", to, () => request).map(({ id }) => id);
  expect([ids(1), ids(2), ids(9), ids(-1)]).toEqual([
    ["b", "a", "c"],
    ["b", "c", "a"],
    ["b", "c", "a"],
    ["a", "b", "c"],
  ]);
  expect(reordered(shots, "a", 1, () => request)[0]).toEqual({ id: "b", continues: false, request });
});

it("A shot is called by its first words", () => {
  expect(titleOf({ model: "m", prompt: "Up over the cliffs, slowly" })).toBe("Up over the cliffs…");
  expect(titleOf({ model: "m", prompt: "Road home." })).toBe("Road home");
});
