import { expect, it } from "vitest";
import { control, mode, model } from "../testing/samples";
import { emptyDraft } from "./draft";
import { placeFor } from "./place";

const text = mode("text-to-video");
const frames = mode("image-to-video", [
  control("firstFrame", { type: "image" }),
  control("lastFrame", { type: "image" }),
]);
const clips = mode("reference-to-video", [
  control("referenceVideos", { type: "videos", maxItems: 2 }),
  control("referenceAudio", { type: "audios", maxItems: 1 }),
]);
const takesAll = model({ modes: [text, frames, clips] });
const file = { source: "a", url: null };

it("A dropped picture goes to the first free place, in another mode when this one has none", () => {
  expect(placeFor(takesAll, text, emptyDraft, "image")).toEqual({ mode: frames, role: "firstFrame" });
  const one = { ...emptyDraft, media: { firstFrame: [file] } };
  expect(placeFor(takesAll, text, one, "image")).toEqual({ mode: frames, role: "lastFrame" });
  const both = { ...emptyDraft, media: { firstFrame: [file], lastFrame: [file] } };
  expect(placeFor(takesAll, text, both, "image")).toBe("full");
  expect(placeFor(model(), text, emptyDraft, "image")).toBe("none");
});

it("Videos and sounds go to fields of their own kind, as many as fit", () => {
  expect(placeFor(takesAll, frames, emptyDraft, "audio")).toEqual({ mode: clips, role: "referenceAudio" });
  const one = { ...emptyDraft, media: { referenceVideos: [file], referenceAudio: [file] } };
  expect(placeFor(takesAll, clips, one, "video")).toEqual({ mode: clips, role: "referenceVideos" });
  expect(placeFor(takesAll, clips, one, "audio")).toBe("full");
});
