import { language } from "../../i18n";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** 0.941 → "94.1 %". */
export function percent(part: number): string {
  const figure = new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(part * 100);
  return `${figure} %`;
}

/** 0.05 → "$ 0.05"; a tenth of a cent is shown where there is one. */
export function dollars(value: number): string {
  const figure = new Intl.NumberFormat(language(), { minimumFractionDigits: 2, maximumFractionDigits: 3 });
  return `${value < 0 ? "−" : ""}$ ${figure.format(Math.abs(value))}`;
}

/** 1500 → "+1,500"; −250 → "−250". */
export function signed(value: number): string {
  const figure = new Intl.NumberFormat(language(), { maximumFractionDigits: 2 }).format(Math.abs(value));
  return value < 0 ? `−${figure}` : value > 0 ? `+${figure}` : figure;
}

/** A number with at most so many decimals. */
export function decimal(value: number, digits = 1): string {
  return new Intl.NumberFormat(language(), { maximumFractionDigits: digits }).format(value);
}

/** "3 minutes ago", "in 2 hours", "now". */
export function relative(time: number, now: number): string {
  const words = new Intl.RelativeTimeFormat(language(), { numeric: "auto" });
  const seconds = Math.round((time - now) / 1000);
  const size = Math.abs(seconds);
  if (size < minute) {
    return words.format(size < 10 ? 0 : seconds, "second");
  }
  if (size < hour) {
    return words.format(Math.round(seconds / minute), "minute");
  }
  return size < day ? words.format(Math.round(seconds / hour), "hour") : words.format(Math.round(seconds / day), "day");
}

/** The time alone for today, with the date for other days. */
export function moment(time: number, now: number): string {
  const today = new Date(time).toDateString() === new Date(now).toDateString();
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat(
    language(),
    today ? { ...clock, second: "2-digit" } : { ...clock, day: "numeric", month: "short" },
  ).format(time);
}
