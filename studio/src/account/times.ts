import { language } from "../i18n";

const day = 24 * 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(time: number, options: Intl.DateTimeFormatOptions): string {
  const key = language() + JSON.stringify(options);
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(language() === "en" ? "en-GB" : language(), options);
  formats.set(key, kept);
  return kept.format(time);
}

/** "21 Nov 2026"; the year is left out when it is this one. */
export function shortDate(time: number, now: number): string {
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return format(time, { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) });
}

/** "06:31:40" within a day, else "21 Nov, 06:31". */
export function momentOf(time: number, now: number): string {
  return Math.abs(now - time) < day
    ? format(time, { hour: "2-digit", minute: "2-digit", second: "2-digit" })
    : format(time, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

/** A day of the server's, such as "2026-11-21", as "21 Nov". */
export function serverDay(date: string): string {
  return format(Date.parse(`${date}T00:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
}

/** What a time span is said in: its largest unit and the one below. */
export function partsOf(milliseconds: number): { days: number; hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  return { days: Math.floor(minutes / 1440), hours: Math.floor(minutes / 60) % 24, minutes: minutes % 60 };
}
