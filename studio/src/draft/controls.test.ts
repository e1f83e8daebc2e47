import { expect, it } from "vitest";
import { control, mode, model } from "../testing/samples";
import { allows, choicesOf, isFixed, valueOf } from "./controls";
import { emptyDraft } from "./draft";
import { faultOf, placeFor, typesOf } from "./place";

it("A switch has two values, a control with one value is a fact", () => {
  expect(choicesOf(control("sound", { type: "boolean" }))).toEqual([true, false]);
  expect(isFixed(control("duration", { type: "choice", choices: [8] }))).toBe(true);
  expect(isFixed(control("sound", { type: "boolean" }))).toBe(false);
});

it("A range allows whole numbers within its limits", () => {
  const range = control("duration", { type: "integer", min: 6, max: 30 });
  expect([5, 6, 30, 31, 7.5].map((value) => allows(range, value))).toEqual([false, true, true, false, false]);
});

it("A control stands at the choice, else at the default, else at its only value, else at nothing", () => {
  const draft = { ...emptyDraft, settings: { resolution: "1080p" } };
  const resolution = control("resolution", { type: "choice", choices: ["720p", "1080p"], default: "720p" });
  expect(valueOf(resolution, draft)).toBe("1080p");
  expect(valueOf({ ...resolution, choices: ["480p", "720p"] }, draft)).toBe("720p");
  expect(valueOf(control("resolution", { type: "choice", choices: ["4k"] }), draft)).toBe("4k");
  expect(valueOf(control("style"), draft)).toBeNull();
});

const text = mode("text-to-video", "a");
const takesFrames = model({
  modes: [
    text,
    mode("image-to-video", "b", [control("firstFrame", { type: "image" }), control("lastFrame", { type: "image" })]),
  ],
});
const picture = { source: "a", url: null };

it("A dropped picture goes to the first free place, in another mode when this one has none", () => {
  expect(placeFor(takesFrames, text, emptyDraft)).toEqual({ mode: "image-to-video", role: "firstFrame" });
  expect(placeFor(takesFrames, text, { ...emptyDraft, firstFrame: picture })).toEqual({
    mode: "image-to-video",
    role: "lastFrame",
  });
  expect(placeFor(takesFrames, text, { ...emptyDraft, firstFrame: picture, lastFrame: picture })).toBe("full");
  expect(placeFor(model(), text, emptyDraft)).toBe("none");
});

it("The kinds that a control takes are called by the names people know", () => {
  expect(typesOf(control("firstFrame", { contentTypes: ["image/png", "image/heic"] }))).toEqual(["PNG", "heic"]);
  expect(typesOf(undefined)).toEqual(["PNG", "JPEG", "WebP"]);
});

it("A file of the wrong kind or size is refused before it is sent", () => {
  const png = control("firstFrame", { contentTypes: ["image/png"], maxMegabytes: 10 });
  expect(faultOf({ type: "image/gif", size: 1 }, png)).toEqual({ kind: "wrongType" });
  expect(faultOf({ type: "image/png", size: 10_000_001 }, png)).toEqual({ kind: "tooLarge", megabytes: 10 });
  expect(faultOf({ type: "image/png", size: 10_000_000 }, png)).toBeNull();
  expect(faultOf({ type: "text/html", size: 1 }, control("firstFrame"))).toEqual({ kind: "wrongType" });
});
