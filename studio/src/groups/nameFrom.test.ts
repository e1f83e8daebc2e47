import { expect, it } from "vitest";
import { nameFrom } from "./nameFrom";

it("A name is the beginning of the prompt, cut between words", () => {
  expect(nameFrom(" A kite\nover dunes ")).toBe("A kite over dunes");
  expect(nameFrom("A lighthouse on a black rock at sunset. Heavy swell rolls toward camera")).toBe(
    "A lighthouse on a black rock at sunset. Heavy swell rolls…",
  );
  expect(nameFrom("x".repeat(80))).toBe(`${"x".repeat(60)}…`);
});
