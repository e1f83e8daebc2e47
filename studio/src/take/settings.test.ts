import { expect, it } from "vitest";
import { settingRows } from "./settings";

it("Plain settings are told by name; files and what stands elsewhere are not", () => {
  expect(
    settingRows({
      model: "m",
      prompt: "p",
      seed: 42,
      cfgScale: 0.5,
      firstFrame: "asset_1",
      lastFrame: "https://example.com/a.png",
      parameters: { fixed_lens: true, shots: [{ prompt: "a" }] },
    } as never),
  ).toEqual([
    ["Seed", 42],
    ["Cfg scale", 0.5],
    ["Fixed lens", true],
  ]);
});
