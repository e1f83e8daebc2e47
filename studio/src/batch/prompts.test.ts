import { expect, it } from "vitest";
import { emptyDraft } from "../draft/draft";
import { control, mode, model } from "../testing/samples";
import { readPrompts, requestFrom } from "./prompts";

it("Lines are prompts, commas and all", () => {
  expect(readPrompts("A fox, running\n\n  A hen \r\n").rows).toEqual([
    { prompt: "A fox, running" },
    { prompt: "A hen" },
  ]);
  expect(readPrompts("").rows).toEqual([]);
});

it("A first line with a prompt column makes a table", () => {
  const { rows, unknown } = readPrompts('Prompt,Model,Seconds,note\n"A fox, running",wan,5,x\nA hen,,,\n,wan,5,');
  expect(rows).toEqual([{ prompt: "A fox, running", model: "wan", duration: "5" }, { prompt: "A hen" }]);
  expect(unknown).toEqual(["note"]);
});

it("Columns have more than one name", () => {
  expect(readPrompts("text;aspect ratio;SIZE\nA fox;9:16;720p").rows).toEqual([
    { prompt: "A fox", aspectRatio: "9:16", resolution: "720p" },
  ]);
});

const prompt = control("prompt", { required: true });
const duration = control("duration", { type: "integer", choices: [5, 10], default: 5 });
const usual = model({ modes: [mode("text-to-video", [prompt, duration]), mode("image-to-video", [prompt])] });
const other = model({ id: "other", name: "Other One", modes: [mode("text-to-video", [prompt])] });
const shared = { ...emptyDraft, settings: { duration: 10 } };
const from = (row: { prompt: string } & Record<string, string>) => requestFrom(row, [usual, other], shared, usual);

it("A row has the shared settings, and its own over them", () => {
  expect(from({ prompt: "A fox" })).toMatchObject({ model: "sample-1", mode: "text-to-video", duration: 10 });
  expect(from({ prompt: "A fox", duration: "5 s" }).duration).toBe(5);
  expect(from({ prompt: "A fox", model: "other one" })).toEqual({
    model: "other",
    mode: "text-to-video",
    prompt: "A fox",
  });
});

it("What does not fit is sent as it stands, for the server to say", () => {
  expect(from({ prompt: "A fox", duration: "7" }).duration).toBe(7);
  expect(from({ prompt: "A fox", model: "nobody" }).model).toBe("nobody");
});

it("A first frame makes it a picture's take", () => {
  expect(from({ prompt: "A fox", firstFrame: "https://a.b/c.png" })).toMatchObject({
    mode: "image-to-video",
    firstFrame: "https://a.b/c.png",
  });
});
