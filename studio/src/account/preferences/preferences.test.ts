import { expect, it } from "vitest";
import { preferencesOf } from "./preferences";

it("Of what the server keeps, only values that there are count", () => {
  expect(
    preferencesOf({ theme: "light", language: "ru", singleKeys: false, favoriteModels: ["a"], tools: ["x"] }),
  ).toEqual({
    theme: "light",
    language: "ru",
    singleKeys: false,
    favoriteModels: ["a"],
  });
  expect(preferencesOf({ theme: "pink", language: "tlh", singleKeys: "yes", favoriteModels: [1] })).toEqual({});
});
