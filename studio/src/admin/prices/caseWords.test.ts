import { beforeAll, expect, it } from "vitest";
import { i18n, speak } from "../../i18n";
import { caseWords } from "./caseWords";

beforeAll(async () => {
  await speak("ru");
  await i18n.loadNamespaces(["adminPrices", "catalog"]);
});

it("says in the reader's language which request a price is for", () => {
  expect(caseWords({ resolution: "1080p", sound: "false", duration: "5" })).toBe("1080p, без звука, 5 с");
  expect(caseWords({ references: "true", "source.resolution": "480p" })).toBe("с референсами, дубль 480p");
  expect(caseWords({ "parameters.upscale_factor": "2" })).toBe("Во сколько раз 2");
  expect(caseWords({})).toBe("любой");
});
