import { expect, it } from "vitest";
import { foreignLetters } from "./letters";

it("Letters that are not Latin are told once each, and only a few", () => {
  expect(foreignLetters("Маяк на чёрной скале")).toBe("Маякн");
  expect(foreignLetters("A lighthouse — façade, 8 s!")).toBe("");
  expect(foreignLetters("A 灯台 at sunset")).toBe("灯台");
});
