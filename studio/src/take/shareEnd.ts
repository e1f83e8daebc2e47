import { language } from "../i18n";
import { dayIn } from "../i18n/dates";

const day = 86_400_000;
const hour = 3_600_000;

/** For how many days a link may be made with one press. */
export const shareSpans = [1, 7, 30] as const;

export const afterDays = (days: number, now: number): number => now + days * day;

/** "in 30 days, December 21", "через 5 часов, 22 ноября". */
export function endWords(end: number, now: number): string {
  const left = end - now;
  const relative = new Intl.RelativeTimeFormat(language());
  const span =
    left >= day ? relative.format(Math.round(left / day), "day") : relative.format(Math.ceil(left / hour), "hour");
  return `${span}, ${dayOf(end, now)}`;
}

/** "December 21", with the year where that is another one. */
export const dayOf = (end: number, now: number): string =>
  dayIn(language(), end, new Date(end).getFullYear() !== new Date(now).getFullYear());
