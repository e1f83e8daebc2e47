import { afterEach, expect, it } from "vitest";
import { i18n } from "../i18n";
import { ago, clock, count, dayName, decimal, inSeconds, megabytes, percent, span, timecode } from "./format";

afterEach(() => i18n.changeLanguage("en"));

it("Numbers and times read as the design says", () => {
  expect(count(4318)).toBe("4,318");
  expect([0, 47, 127, 3727].map(clock)).toEqual(["0:00", "0:47", "2:07", "1:02:07"]);
  expect([40, 120, 127].map(span)).toEqual(["40 s", "2 min", "2 min 07 s"]);
  expect([0, 2.17, 8, 61.5].map(timecode)).toEqual(["00:00.00", "00:02.17", "00:08.00", "01:01.50"]);
  expect(megabytes(14_180_000)).toBe("14.2 MB");
  expect([inSeconds(8), inSeconds(15.5), inSeconds("5–10")]).toEqual(["8 s", "15.5 s", "5–10 s"]);
  expect([percent(0.415), decimal(23.976, 2), count(-216)]).toEqual(["42 %", "23.98", "−216"]);
});

it("Ages are relative under a day", () => {
  const now = new Date(2026, 4, 2, 12).getTime();
  const age = (minutes: number) => ago(now - minutes * 60_000, now);
  expect([0, 0.9, 12, 59, 60, 1439].map(age)).toEqual(["now", "now", "12 min", "59 min", "1 h", "23 h"]);
  expect(age(60 * 24 * 2)).toBe("April 30");
});

const start = (daysAgo: number) => new Date(2026, 2, 30 - daysAgo).getTime();

it("Days have names for a week, also across a change of clocks", () => {
  const now = new Date(2026, 2, 30, 0, 30).getTime();
  expect([0, 1, 2].map((days) => dayName(start(days), now))).toEqual(["Today", "Yesterday", "Saturday"]);
  expect(dayName(start(10), now)).toBe("March 20");
  expect(dayName(new Date(2025, 11, 24).getTime(), now)).toBe("December 24, 2025");
});

it("Russian has its own spaces, commas and units", async () => {
  await i18n.changeLanguage("ru");
  const now = new Date(2026, 4, 2, 12).getTime();
  expect([count(4318), megabytes(14_180_000), inSeconds(15.5)]).toEqual(["4\u00A0318", "14,2 МБ", "15,5 с"]);
  expect([40, 120, 127].map(span)).toEqual(["40 с", "2 мин", "2 мин 07 с"]);
  expect([0, 12, 180, 60 * 48].map((minutes) => ago(now - minutes * 60_000, now))).toEqual([
    "сейчас",
    "12 мин",
    "3 ч",
    "30 апреля",
  ]);
  expect([1, 2, 5, 4318].map((n) => i18n.t("takes", { count: n }))).toEqual([
    "1 дубль",
    "2 дубля",
    "5 дублей",
    "4\u00A0318 дублей",
  ]);
  expect(dayName(start(2), new Date(2026, 2, 30, 12).getTime())).toBe("Суббота");
});
