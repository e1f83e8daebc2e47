import { describe, expect, it } from "vitest";
import { control, mode, model, take } from "../testing/samples";
import { emptyDraft } from "./draft";
import { draftOf, quoteRequestOf, requestOf } from "./request";
import { withFreshSeed } from "./seed";

const prompt = control("prompt", { required: true, maxLength: 100 });
const duration = control("duration", { type: "choice", choices: [4, 8], default: 8 });
const sample = model({
  modes: [
    mode("text-to-video", [prompt, duration, control("sound", { type: "boolean", default: true })]),
    mode("image-to-video", [
      prompt,
      control("firstFrame", { type: "image", required: true }),
      control("lastFrame", { type: "image" }),
    ]),
    mode("reference-to-video", [
      prompt,
      control("references", { type: "images", required: true, maxItems: 2 }),
      control("seed", { type: "integer", min: 10, max: 20 }),
    ]),
    mode(
      "extend",
      [
        control("source", { type: "take", required: true }),
        control("audio", { type: "audio" }),
        control("parameters.filter", { type: "boolean", default: false }),
        control("parameters.elements", { type: "list", maxItems: 3 }),
      ],
      { tier: "pro" },
    ),
  ],
});
const draft = { ...emptyDraft, prompt: "  A fox  " };
const picture = (source: string) => ({ source, url: `/api/assets/${source}/content` });

describe("requestOf", () => {
  it("sends what the controls show, with the model's defaults", () => {
    expect(requestOf(sample, draft)).toEqual({
      model: "sample-1",
      mode: "text-to-video",
      prompt: "A fox",
      duration: 8,
      sound: true,
    });
  });

  it("keeps a choice that the model allows and drops one that it does not", () => {
    expect(requestOf(sample, { ...draft, settings: { duration: 4 } }).duration).toBe(4);
    expect(requestOf(sample, { ...draft, settings: { duration: 5 } }).duration).toBe(8);
  });

  it("leaves out settings and pictures that this mode lacks", () => {
    const full = {
      ...draft,
      settings: { resolution: "1080p" },
      source: "gen_9",
      media: { firstFrame: [picture("a")], references: [picture("b")] },
    };
    expect(Object.keys(requestOf(sample, full)).toSorted()).toEqual(["duration", "mode", "model", "prompt", "sound"]);
  });

  it("keeps pictures for the mode that takes them", () => {
    const full = { ...draft, mode: "image-to-video", media: { firstFrame: [picture("a")], lastFrame: [picture("b")] } };
    expect(requestOf(sample, full)).toMatchObject({ firstFrame: "a", lastFrame: "b" });
    expect(requestOf(sample, { ...full, mode: "text-to-video" })).not.toHaveProperty("firstFrame");
  });

  it("sends no more references than the model takes", () => {
    const many = { ...draft, mode: "reference-to-video", media: { references: ["a", "b", "c"].map(picture) } };
    expect(requestOf(sample, many).references).toEqual(["a", "b"]);
  });
});

describe("requestOf a mode with the provider's own fields", () => {
  const extend = { ...draft, mode: "extend", source: "gen_1", media: { audio: [picture("s")] } };
  const settings = { "parameters.filter": true, "parameters.elements": '[{"name": "fox"}]', "parameters.other": "x" };

  it("sends them inside parameters, lists as lists, with the tier, the take and a single file", () => {
    expect(requestOf(sample, { ...extend, settings })).toEqual({
      model: "sample-1",
      mode: "extend",
      tier: "pro",
      audio: "s",
      source: "gen_1",
      parameters: { filter: true, elements: [{ name: "fox" }] },
    });
  });

  it("leaves out a list that is not one", () => {
    const broken = { ...extend, settings: { "parameters.elements": "[" } };
    expect(requestOf(sample, broken).parameters).toEqual({ filter: false });
  });

  it("comes back from a take as it was", () => {
    const input = requestOf(sample, { ...extend, settings });
    expect(requestOf(sample, draftOf(take("gen_2", { mode: "extend", input })))).toEqual(input);
  });
});

const priced = (words: string) => quoteRequestOf(sample, { ...draft, prompt: words })?.prompt;

describe("quoteRequestOf", () => {
  it("tells the server of letters that a model may not read, and no words", () => {
    expect(priced("A lighthouse")).toBe(priced("Dunes at dawn"));
    expect(priced("Маяк")).toBe(`${priced("A lighthouse")} Маяк`);
  });

  it("does not change while the prompt is typed", () => {
    const before = quoteRequestOf(sample, draft, "words");
    expect(quoteRequestOf(sample, { ...draft, prompt: "Another one" }, "words")).toEqual(before);
    expect(quoteRequestOf(sample, { ...draft, prompt: "" }, "words")?.prompt).toBe("words");
  });

  it("changes with every setting that may move the price", () => {
    const before = quoteRequestOf(sample, draft, "words");
    expect(quoteRequestOf(sample, { ...draft, settings: { sound: false } }, "words")).not.toEqual(before);
  });

  it("asks nothing while a file or a take is missing", () => {
    expect(quoteRequestOf(sample, { ...draft, mode: "image-to-video" }, "words")).toBeNull();
    expect(quoteRequestOf(sample, { ...draft, mode: "extend" }, "words")).toBeNull();
  });
});

describe("draftOf", () => {
  it("makes the same request again", () => {
    const input = { model: "sample-1", mode: "text-to-video", prompt: "A kite", duration: 4, sound: false };
    expect(requestOf(sample, draftOf(take("gen_1", { input })))).toEqual(input);
  });

  it("shows an asset from this server and nothing from elsewhere", () => {
    const again = draftOf(
      take("gen_1", { input: { model: "x", firstFrame: "asset_1", lastFrame: "https://e.org/a.png" } }),
    );
    expect(again.media.firstFrame).toEqual([{ source: "asset_1", url: "/api/assets/asset_1/content" }]);
    expect(again.media.lastFrame).toEqual([{ source: "https://e.org/a.png", url: null }]);
  });
});

describe("withFreshSeed", () => {
  const seeded = { ...draft, mode: "reference-to-video", settings: { seed: 10 } };

  it("draws a new seed within the limits while the lock is open", () => {
    expect(withFreshSeed(sample, seeded, () => 0.999).settings.seed).toBe(20);
  });

  it("keeps a locked seed, an empty one, and one that the model lacks", () => {
    expect(withFreshSeed(sample, { ...seeded, seedLocked: true }).settings.seed).toBe(10);
    expect(withFreshSeed(sample, { ...seeded, settings: {} }).settings.seed).toBeUndefined();
    expect(withFreshSeed(sample, { ...seeded, mode: "text-to-video" }).settings.seed).toBe(10);
  });
});
