import { expect, it } from "vitest";
import { changeSelection, noSelection, type SelectionChange } from "./selection";

const order = ["a", "b", "c", "d", "e"];
const after = (...changes: SelectionChange[]) => [...changes.reduce(changeSelection, noSelection).ids].toSorted();

it("A toggle selects and takes back", () => {
  expect(after({ type: "toggle", id: "a" }, { type: "toggle", id: "b" }, { type: "toggle", id: "a" })).toEqual(["b"]);
});

it("A range reaches from what was toggled last, in either direction", () => {
  expect(after({ type: "toggle", id: "b" }, { type: "range", id: "d", order })).toEqual(["b", "c", "d"]);
  expect(after({ type: "toggle", id: "d" }, { type: "range", id: "b", order })).toEqual(["b", "c", "d"]);
});

it("A range without a beginning selects one", () => {
  expect(after({ type: "range", id: "c", order })).toEqual(["c"]);
  expect(
    after({ type: "toggle", id: "gone" }, { type: "keep", among: new Set() }, { type: "range", id: "c", order }),
  ).toEqual(["c"]);
});

it("What is no longer listed is no longer selected", () => {
  expect(after({ type: "all", order }, { type: "keep", among: new Set(["b", "x"]) })).toEqual(["b"]);
  expect(after({ type: "all", order }, { type: "clear" })).toEqual([]);
});
