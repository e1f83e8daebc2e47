import { expect, it } from "vitest";
import { marked } from "../ui/marked";
import { wordDiff } from "./wordDiff";

const told = (before: string, after: string) =>
  wordDiff(before, after).map(({ kind, text }) => (kind === "same" ? text : `${kind === "new" ? "+" : "-"}${text}`));

it("A better prompt is told word by word, what is gone before what is new", () => {
  expect(told("A lighthouse at dusk.", "A red lighthouse at dusk.")).toEqual(["A ", "+red ", "lighthouse at dusk."]);
  expect(told("warm haze.", "cold mist.")).toEqual(["-warm haze", "+cold mist", "."]);
  expect(told("Маяк", "Маяк ночью")).toEqual(["Маяк", "+ ночью"]);
});

it("Both texts can be read from it", () => {
  const before = "A lighthouse on a rock, the beam sweeps left to right, warm haze.";
  const after = "A red lighthouse on a black rock, its beam sweeps through sea mist to the right, haze.";
  const side = (kind: string) =>
    wordDiff(before, after)
      .filter((piece) => piece.kind === "same" || piece.kind === kind)
      .map(({ text }) => text)
      .join("")
      .replaceAll(/\s+/g, " ");
  expect(side("gone")).toBe(before);
  expect(side("new")).toBe(after);
  expect(wordDiff("", "New")).toEqual([{ kind: "new", text: "New" }]);
  expect(wordDiff("Same", "Same")).toEqual([{ kind: "same", text: "Same" }]);
});

it("A search marks each place, whatever its case", () => {
  expect(marked("The Sea, the sea", "sea")).toEqual([
    { at: 0, text: "The ", found: false },
    { at: 4, text: "Sea", found: true },
    { at: 7, text: ", the ", found: false },
    { at: 13, text: "sea", found: true },
  ]);
  expect(marked("A kite", " ")).toEqual([{ at: 0, text: "A kite", found: false }]);
});
