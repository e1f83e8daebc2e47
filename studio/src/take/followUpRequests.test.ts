import { expect, it } from "vitest";
import { control, mode, model, take } from "../testing/samples";
import type { Action } from "./calls";
import { followUpRequests } from "./followUpRequests";

const earlier = take("gen_1", { input: { model: "sample-1", prompt: "A kite", resolution: "720p" } });
const said = { prompt: "Higher", resolution: "1080p" };
const upscale: Action = { name: "upscale", model: "up", modelName: "Up", resolutions: ["1080p", "4k"] };
const ask = (modes: Parameters<typeof mode>[2][], action = upscale) =>
  followUpRequests(
    action,
    earlier,
    [model({ id: "up", modes: modes.map((part) => mode(action.name, [], part)) })],
    said,
  );

it("A remix is the same request with other words", () => {
  const action: Action = { name: "remix", model: "sample-1", modelName: "Sample 1" };
  expect(followUpRequests(action, earlier, [], said)).toEqual([{ ...earlier.input, prompt: "Higher" }]);
});

it("A continuation takes over what must be said", () => {
  const controls = [
    control("resolution", { required: true }),
    control("prompt", { required: true }),
    control("source", { required: true }),
  ];
  const action: Action = { name: "extend", model: "up", modelName: "Up" };
  expect(ask([{ controls }], action)).toEqual([
    { model: "up", mode: "extend", source: "gen_1", resolution: "720p", prompt: "Higher" },
  ]);
});

it("A size is a setting, or one of as many tiers, or else any of the tiers", () => {
  const base = { model: "up", mode: "upscale", source: "gen_1" };
  expect(ask([{ controls: [control("resolution")] }])).toEqual([{ ...base, resolution: "1080p" }]);
  expect(ask([{ tier: "full" }, { tier: "ultra" }])).toEqual([{ ...base, tier: "full" }]);
  expect(ask([{ tier: "full" }, { tier: "ultra" }, { tier: "max" }])).toHaveLength(3);
});
