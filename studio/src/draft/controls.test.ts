import { expect, it } from "vitest";
import { control, mode } from "../testing/samples";
import { allows, canBeUnset, choicesOf, fieldsOf, isFixed, levelsOf, valueOf } from "./controls";
import { emptyDraft } from "./draft";
import { exampleOf } from "./example";

it("A switch has two values, a control with one value is a fact", () => {
  expect(choicesOf(control("sound", { type: "boolean" }))).toEqual([true, false]);
  expect(isFixed(control("duration", { type: "choice", choices: [8] }))).toBe(true);
  expect(isFixed(control("sound", { type: "boolean" }))).toBe(false);
});

it("A range allows numbers within its limits, and the one beside them that has a meaning", () => {
  const range = control("duration", { type: "integer", min: 6, max: 30, extra: [-1] });
  expect([5, 6, 30, 31, 7.5, -1].map((value) => allows(range, value))).toEqual([false, true, true, false, false, true]);
  const scale = control("cfgScale", { type: "number", min: 0, max: 1 });
  expect([0.5, 1.1, Number.NaN].map((value) => allows(scale, value))).toEqual([true, false, false]);
});

it("A control stands at the choice, else at the default, else at its only value, else at nothing", () => {
  const draft = { ...emptyDraft, settings: { resolution: "1080p" } };
  const resolution = control("resolution", { type: "choice", choices: ["720p", "1080p"], default: "720p" });
  expect(valueOf(resolution, draft)).toBe("1080p");
  expect(valueOf({ ...resolution, choices: ["480p", "720p"] }, draft)).toBe("720p");
  expect(valueOf(control("resolution", { type: "choice", choices: ["4k"] }), draft)).toBe("4k");
  expect(valueOf(control("style"), draft)).toBeNull();
});

it("Only what has no default and need not be given can be left to the model", () => {
  const style = control("style", { type: "choice", choices: ["anime", "cartoon"] });
  expect(canBeUnset(style)).toBe(true);
  expect(canBeUnset({ ...style, default: "anime" })).toBe(false);
  expect(canBeUnset({ ...style, required: true })).toBe(false);
});

it("What has no capsule is a field: asked for when it must be given, folded away otherwise", () => {
  const { required, more } = fieldsOf(
    mode("a", [
      control("prompt", { required: true }),
      control("duration", { type: "integer" }),
      control("audio", { type: "audio", required: true }),
      control("source", { type: "take", required: true }),
      control("parameters.shots", { type: "list", required: true }),
      control("parameters.kind", { type: "choice", required: true, default: "x" }),
      control("seed", { type: "integer" }),
    ]),
  );
  expect(required.map(({ role }) => role)).toEqual(["parameters.shots"]);
  expect(more.map(({ role }) => role)).toEqual(["parameters.kind", "seed"]);
});

it("A list is JSON with as many items as fit, and its example shows one", () => {
  const shots = control("parameters.shots", {
    type: "list",
    maxItems: 2,
    items: [control("prompt"), control("duration", { type: "integer", min: 3 })],
  });
  expect(["[1]", "[1, 2, 3]", "[]", "{}", "[1"].map((text) => allows(shots, text))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
  expect(exampleOf(shots)).toBe('[{"prompt":"…","duration":3}]');
});

const levels = (...choices: (string | number)[]) => levelsOf(control("motionStrength", { type: "choice", choices }));

it("Numbers at one distance are levels; few, uneven or other values are not", () => {
  expect(levels(1, 2, 3, 4, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(levels(40, 44, 48, 52)).toEqual([40, 44, 48, 52]);
  expect([levels(1, 2, 4), levels(1, 2, 4, 8), levels("1", "2", "3", "4"), levels(4, 3, 2, 1)]).toEqual(
    Array.from({ length: 4 }, () => null),
  );
});
