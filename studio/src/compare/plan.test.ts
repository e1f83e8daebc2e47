import { expect, it } from "vitest";
import { control, mode, model } from "../testing/samples";
import { comparable, fitted, nearest, requestFor, sharedControl, textMode, usual } from "./plan";

const duration = (choices: number[]) => control("duration", { type: "integer", choices, default: choices[0] });
const prompt = control("prompt", { required: true });
const short = model({ id: "short", sound: "always", modes: [mode(textMode, [prompt, duration([4, 6, 8])])] });
const long = model({
  id: "long",
  sound: "never",
  modes: [
    mode(textMode, [
      prompt,
      control("duration", { type: "integer", min: 5, max: 12, default: 5 }),
      control("resolution", { type: "choice", choices: ["720p", "1080p"], default: "720p" }),
      control("seed", { type: "integer", min: 0, max: 99 }),
    ]),
  ],
});

it("Only models that make a video from words can be compared", () => {
  const frames = model({ modes: [mode("image-to-video", [prompt])] });
  expect(comparable([short, frames, long])).toEqual([short, long]);
});

it("What any of the models can do may be wanted of all", () => {
  const modes = [...short.modes, ...long.modes];
  expect(sharedControl(modes, "duration")?.choices).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(sharedControl(modes, "resolution")?.choices).toEqual(["720p", "1080p"]);
  expect(sharedControl(modes, "aspectRatio")).toBeNull();
});

it("The nearest value is taken, the smaller of two", () => {
  expect(nearest(duration([4, 6, 8]), 10)).toBe(8);
  expect(nearest(duration([4, 6]), 5)).toBe(4);
  expect(nearest(control("duration", { type: "integer", min: 5, max: 12 }), 3)).toBe(5);
  expect(nearest(control("resolution", { type: "choice", choices: ["480p", "1080p"] }), "720p")).toBe("480p");
});

it("A model that has everything says nothing", () => {
  expect(fitted(long, { duration: 8, resolution: "1080p", seed: 7 })).toEqual({
    settings: { duration: 8, resolution: "1080p", seed: 7 },
    notes: [],
  });
});

it("What a model lacks or changes is told", () => {
  expect(fitted(short, { duration: 10, resolution: "1080p", sound: false, seed: 7 })).toEqual({
    settings: { duration: 8 },
    notes: [
      { kind: "instead", role: "duration", wanted: 10, value: 8 },
      { kind: "lacks", role: "resolution" },
      { kind: "soundAlways" },
      { kind: "noSeed" },
    ],
  });
  expect(fitted(long, { sound: true }).notes).toEqual([{ kind: "soundNever" }]);
});

it("Each request has what its model takes", () => {
  const plan = { prompt: " A kite ", models: ["short"], settings: { duration: 10, resolution: "1080p" }, own: {} };
  expect(requestFor(short, plan)).toEqual({ model: "short", mode: textMode, prompt: "A kite", duration: 8 });
});

it("At first the usual of the first model is wanted of all", () => {
  expect(usual(long)).toEqual({ sound: false, duration: 5, resolution: "720p" });
  expect(usual(short)).toEqual({ sound: true, duration: 4 });
});

it("What is wanted of one model alone goes to that one", () => {
  const style = control("style", { type: "choice", choices: ["film", "anime"] });
  const styled = model({ id: "styled", modes: [mode(textMode, [prompt, duration([4, 8]), style])] });
  const plan = {
    prompt: "A kite",
    models: ["styled", "short"],
    settings: { duration: 8 },
    own: { styled: { style: "anime" } },
  };
  expect(requestFor(styled, plan)).toMatchObject({ model: "styled", style: "anime", duration: 8 });
  expect(requestFor(short, plan)).not.toHaveProperty("style");
});
