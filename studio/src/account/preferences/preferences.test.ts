import { expect, it } from "vitest";
import { preferencesOf } from "./preferences";

it("Of what the server keeps, only values that there are count", () => {
  expect(preferencesOf({ theme: "light", language: "ru", singleKeys: false, tools: ["x"] })).toEqual({
    theme: "light",
    language: "ru",
    singleKeys: false,
  });
  expect(preferencesOf({ theme: "pink", language: "tlh", singleKeys: "yes" })).toEqual({});
});
