import { expect, it } from "vitest";
import { control, mode, model } from "../testing/samples";
import { controlOf, isFixed } from "./controls";
import { emptyDraft } from "./draft";
import { quoteRequestOf } from "./request";
import { formOf } from "./rules";

const ratio = control("aspectRatio", { type: "choice", choices: ["16:9", "1:1", "auto"], default: "16:9" });
const duration = control("duration", { type: "integer", default: 5 });
const reason = "so it is";
const edit = mode(
  "video-to-video",
  [
    control("sourceVideo", { type: "video", required: true }),
    control("references", { type: "images" }),
    ratio,
    duration,
  ],
  {
    rules: [
      { when: { references: null }, setting: "aspectRatio", allowed: ["auto"], reason },
      { when: { references: { given: true } }, setting: "aspectRatio", allowed: ["1:1", "16:9"], reason },
      { when: { references: null }, setting: "duration", allowed: [], reason },
      { when: { references: { given: true } }, setting: "duration", allowed: [3, 4, 5], reason },
    ],
  },
);
const file = { source: "asset_1", url: null };
const draft = { ...emptyDraft, mode: edit.mode, media: { sourceVideo: [file] } };

it("What a rule decides is a fact or is gone, and the request says no more", () => {
  const form = formOf(edit, draft);
  expect(isFixed(controlOf(form, "aspectRatio") ?? ratio)).toBe(true);
  expect(controlOf(form, "duration")).toBeUndefined();
  const request = quoteRequestOf(model({ modes: [edit] }), draft);
  expect(request).toMatchObject({ aspectRatio: "auto", sourceVideo: "asset_1" });
  expect(request).not.toHaveProperty("duration");
});

it("Another choice brings it back", () => {
  const form = formOf(edit, { ...draft, media: { ...draft.media, references: [file] } });
  expect(controlOf(form, "aspectRatio")).toMatchObject({ choices: ["16:9", "1:1"], default: "16:9" });
  expect(controlOf(form, "duration")).toMatchObject({ choices: [3, 4, 5], default: 5 });
});

it("A switch makes a field needed, fixes another, and takes the default as given", () => {
  const shots = mode(
    "text-to-video",
    [
      control("multiShot", { type: "boolean", default: false }),
      control("sound", { type: "boolean", default: false }),
      control("parameters.shots", { type: "list" }),
    ],
    {
      rules: [
        { when: { multiShot: true }, setting: "parameters.shots", required: true, reason },
        { when: { multiShot: false }, setting: "parameters.shots", allowed: [], reason },
        { when: { multiShot: true }, setting: "sound", allowed: [true], reason },
      ],
    },
  );
  expect(controlOf(formOf(shots, emptyDraft), "parameters.shots")).toBeUndefined();
  const on = formOf(shots, { ...emptyDraft, settings: { multiShot: true } });
  expect(controlOf(on, "parameters.shots")?.required).toBe(true);
  expect(controlOf(on, "sound")).toMatchObject({ choices: [true], default: true });
});
