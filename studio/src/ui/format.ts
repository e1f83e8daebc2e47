import { i18n, language } from "../i18n";
import { numberIn } from "../i18n/numbers";
import { dayIn, momentIn, weekdayIn } from "../i18n/dates";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** 4318 → "4,318". */
export function count(value: number): string {
  return numberIn(language(), value);
}

/** 15.5 → "15.5", with at most so many decimals. */
export function decimal(value: number, most = 1): string {
  return numberIn(language(), value, most);
}

/** 0.415 → "42 %". */
export function percent(share: number): string {
  return i18n.t("units.percent", { value: count(share * 100) });
}

/** 127 → "2:07"; 3727 → "1:02:07". */
export function clock(seconds: number): string {
  const total = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${minutes}:${two(total % 60)}`;
}

/** 2.1734 → "00:02.17", for the player. */
export function timecode(seconds: number): string {
  const hundredths = Math.max(0, Math.floor(seconds * 100 + 1e-6));
  return `${two(Math.floor(hundredths / 6000))}:${two(Math.floor(hundredths / 100) % 60)}.${two(hundredths % 100)}`;
}

/** 8 → "8 s"; a list or a range of numbers as it is: "5–10" → "5–10 s". */
export function inSeconds(value: number | string): string {
  return i18n.t("units.seconds", { value: typeof value === "number" ? decimal(value) : value });
}

/** 40 → "40 s"; 127 → "2 min 07 s"; 120 → "2 min". */
export function span(seconds: number): string {
  const total = Math.round(seconds);
  const rest = total % 60;
  const minutes = Math.floor(total / 60);
  if (total < 60) {
    return inSeconds(total);
  }
  return rest === 0
    ? i18n.t("units.minutes", { value: minutes })
    : i18n.t("units.minutesSeconds", { minutes, seconds: two(rest) });
}

/** 14_180_000 → "14.2 MB". */
export function megabytes(bytes: number): string {
  return i18n.t("units.megabytes", { value: numberIn(language(), bytes / 1_000_000, 1, 1) });
}

/** 100 → "100 MB": a limit. */
export function inMegabytes(value: number): string {
  return i18n.t("units.megabytes", { value: decimal(value) });
}

/** "now", "12 min", "3 h", then the date. */
export function ago(time: number, now: number): string {
  const age = now - time;
  if (age < minute) {
    return i18n.t("age.now");
  }
  if (age < hour) {
    return i18n.t("units.minutes", { value: Math.floor(age / minute) });
  }
  return age < day ? i18n.t("units.hours", { value: Math.floor(age / hour) }) : dayIn(language(), time);
}

/** Date and time, for a tooltip. */
export function moment(time: number): string {
  return momentIn(language(), time);
}

/** "Today", "Yesterday", a weekday within the last week, else the date. `start` is a local midnight. */
export function dayName(start: number, now: number): string {
  const today = new Date(now);
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime();
  const days = Math.round((midnight - start) / day);
  if (days <= 0) {
    return i18n.t("age.today");
  }
  if (days === 1) {
    return i18n.t("age.yesterday");
  }
  if (days < 7) {
    return weekdayIn(language(), start);
  }
  return dayIn(language(), start, new Date(start).getFullYear() !== today.getFullYear());
}
