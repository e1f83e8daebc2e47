import { afterEach, expect, it } from "vitest";
import { i18n } from "../i18n";
import { afterDays, dayOf, endWords } from "./shareEnd";

const now = Date.parse("2026-11-22T12:00:00");

afterEach(() => i18n.changeLanguage("en"));

it("An end is told as how long it is off, with its day", () => {
  expect(endWords(afterDays(30, now), now)).toBe("in 30 days, December 22");
  expect(endWords(now + 4.5 * 3_600_000, now)).toBe("in 5 hours, November 22");
  expect(dayOf(afterDays(60, now), now)).toBe("January 21, 2027");
});

it("In Russian too", async () => {
  await i18n.changeLanguage("ru");
  expect(endWords(afterDays(7, now), now)).toBe("через 7 дней, 29 ноября");
});
