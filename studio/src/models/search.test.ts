import { expect, it } from "vitest";
import { control, mode as modeWith, model } from "../testing/samples";
import { modeLabel } from "../i18n/names";
import { lengthsOf } from "./facts";
import { categoriesOf, linesOf, makesSound, noFilter, searchModels, vendorsOf } from "./search";

const mode = (name: string, ...controls: ReturnType<typeof control>[]) => modeWith(name, controls);
const sized = (...choices: string[]) => control("resolution", { type: "choice", choices });
const quick = model({
  id: "quick",
  name: "Quick",
  vendor: "North",
  fromCredits: 90,
  categories: ["audio"],
  typicalSeconds: 30,
  sound: "never",
  health: { status: "works", takes: 3 },
  modes: [mode("text-to-video", sized("720p"))],
});
const cheap = model({
  id: "cheap",
  name: "Cheap",
  vendor: "South",
  fromCredits: 5,
  bestFor: "Talking heads",
  categories: ["avatar", "audio"],
  typicalSeconds: 200,
  health: { status: "unknown", takes: 0 },
  modes: [mode("image-to-video", sized("720p", "4k"))],
});
const all = [quick, cheap];
const found = (part: Partial<typeof noFilter>) =>
  searchModels(all, { ...noFilter, ...part }, modeLabel).map(({ id }) => id);

it("Search finds names, vendors and what a model can do, by every word", () => {
  expect(found({ text: "NORTH" })).toEqual(["quick"]);
  expect(found({ text: "frames" })).toEqual(["cheap"]);
  expect(found({ text: "north frames" })).toEqual([]);
  expect(found({ text: "heads" })).toEqual(["cheap"]);
  expect(found({ text: "avatar" })).toEqual(["cheap"]);
});

it("Filters narrow by mode, category, vendor, sound, size and what works today", () => {
  expect(found({ category: "avatar" })).toEqual(["cheap"]);
  expect(found({ category: "avatar", mode: "text-to-video" })).toEqual([]);
  expect(found({ mode: "text-to-video" })).toEqual(["quick"]);
  expect(found({ sound: true })).toEqual(["cheap"]);
  expect(found({ lines: 1080 })).toEqual(["cheap"]);
  expect(found({ lines: 720 })).toEqual(["quick", "cheap"]);
  expect(found({ vendor: "North" })).toEqual(["quick"]);
  expect(found({ works: true })).toEqual(["quick"]);
});

it("Sorting goes by price, speed or name, else as the catalog has it", () => {
  expect(found({})).toEqual(["quick", "cheap"]);
  expect(found({ sort: "price" })).toEqual(["cheap", "quick"]);
  expect(found({ sort: "speed" })).toEqual(["quick", "cheap"]);
  expect(found({ sort: "name" })).toEqual(["cheap", "quick"]);
  expect(vendorsOf([cheap, quick, cheap])).toEqual(["North", "South"]);
});

it("Sizes compare by lines, lengths read as a list or a range", () => {
  expect(["480p", "1080p", "4k", "4K", "std"].map(linesOf)).toEqual([480, 1080, 2160, 2160, 0]);
  expect(lengthsOf(model({ modes: [mode("a", control("duration", { choices: [10, 5] }))] }))).toBe("5, 10 s");
  expect(lengthsOf(model({ modes: [mode("a", control("duration", { min: 6, max: 30 }))] }))).toBe("6–30 s");
  expect(lengthsOf(model())).toBeNull();
});

it("Categories are counted, the most used first", () => {
  expect(categoriesOf(all)).toEqual([
    { category: "audio", count: 2 },
    { category: "avatar", count: 1 },
  ]);
});

it("A sound that is kept is a sound, one that nobody speaks of is none", () => {
  const heard = (["always", "optional", "kept", "never", "unstated"] as const).filter((sound) =>
    makesSound(model({ sound })),
  );
  expect(heard).toEqual(["always", "optional", "kept"]);
});
