import { expect, it } from "vitest";
import { mode, model } from "../testing/samples";
import { modeOf, modesOf, tiersOf } from "./modes";

const tiered = model({
  modes: [
    mode("image-to-video", [], { tier: "pro" }),
    mode("image-to-video", [], { tier: "master" }),
    mode("text-to-video", [], { tier: "master" }),
  ],
});

it("A mode has one tab, however many tiers it has", () => {
  expect(modesOf(tiered).map((each) => each.mode)).toEqual(["image-to-video", "text-to-video"]);
  expect(tiersOf(tiered, "image-to-video")).toEqual(["pro", "master"]);
  expect(tiersOf(tiered, "text-to-video")).toEqual([]);
});

function at(name: string | null, tier: string | null) {
  const found = modeOf(tiered, { mode: name, tier });
  return [found.mode, found.tier];
}

it("The wanted tier is kept where the mode has it, else the usual one counts", () => {
  expect(at("image-to-video", "master")).toEqual(["image-to-video", "master"]);
  expect(at("image-to-video", "ultra")).toEqual(["image-to-video", "pro"]);
  expect(at("text-to-video", "pro")).toEqual(["text-to-video", "master"]);
  expect(at("upscale", null)).toEqual(["image-to-video", "pro"]);
  expect(at("upscale", "master")).toEqual(["image-to-video", "master"]);
});
