import { expect, it } from "vitest";
import { neighboursIn } from "./neighbours";

it("Neighbours are those of the list, with the place where the list is whole", () => {
  expect(neighboursIn(["c", "b", "a"], "b", true)).toEqual({ previous: "c", next: "a", place: 2, count: 3 });
  expect(neighboursIn(["c", "b"], "c", false)).toEqual({ previous: null, next: "b", place: null, count: 2 });
  expect(neighboursIn([], "c", true)).toBeNull();
});
