import { expect, it } from "vitest";
import { control, mode } from "../testing/samples";
import { emptyDraft } from "./draft";
import { missingIn, unfitIn } from "./missing";

const file = { source: "a", url: null };

it("The first thing that must be given is missing until it is there", () => {
  const speech = mode("speech-to-video", [
    control("prompt", { required: true }),
    control("firstFrame", { type: "image", required: true }),
    control("audio", { type: "audio", required: true }),
  ]);
  expect(missingIn(speech, emptyDraft)).toEqual({ kind: "file", role: "firstFrame" });
  const pictured = { ...emptyDraft, media: { firstFrame: [file] } };
  expect(missingIn(speech, pictured)).toEqual({ kind: "file", role: "audio" });
  expect(missingIn(speech, { ...pictured, media: { ...pictured.media, audio: [file] } })).toBeNull();
});

it("A take and a setting without a default are asked for too", () => {
  const upscale = mode("upscale", [
    control("source", { type: "take", required: true }),
    control("parameters.link", { required: true }),
  ]);
  expect(missingIn(upscale, emptyDraft)).toEqual({ kind: "take" });
  const chosen = { ...emptyDraft, source: "gen_1" };
  expect(missingIn(upscale, chosen)).toEqual({ kind: "setting", role: "parameters.link" });
  expect(missingIn(upscale, { ...chosen, settings: { "parameters.link": "https://e.org" } })).toBeNull();
});

it("One of several fields is enough where a rule says so", () => {
  const either = mode(
    "reference-to-video",
    [
      control("references", { type: "images", maxItems: 3 }),
      control("referenceVideos", { type: "videos", maxItems: 3 }),
    ],
    { rules: [{ when: {}, anyOf: ["references", "referenceVideos"], reason: "it needs one" }] },
  );
  expect(missingIn(either, emptyDraft)).toEqual({ kind: "file", role: "references" });
  expect(missingIn(either, { ...emptyDraft, media: { referenceVideos: [file] } })).toBeNull();
});

it("A field that was typed wrong holds a request back; a choice of another model does not", () => {
  const fields = mode("a", [
    control("parameters.shots", { type: "list" }),
    control("parameters.kind", { type: "choice", choices: ["x", "y"] }),
    control("cfgScale", { type: "number", min: 0, max: 1 }),
  ]);
  const given = (settings: Record<string, string | number>) => unfitIn(fields, { ...emptyDraft, settings });
  expect(given({ "parameters.shots": "[1" })).toBe("parameters.shots");
  expect(given({ cfgScale: 2 })).toBe("cfgScale");
  expect(given({ "parameters.kind": "z", cfgScale: 1, "parameters.shots": "[1]" })).toBeNull();
});
