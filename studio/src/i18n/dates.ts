const weekday = { weekday: "long" } as const;
const dayAndMonth = { day: "numeric", month: "long" } as const;
const withYear = { ...dayAndMonth, year: "numeric" } as const;

/** "April 30", "30 апреля"; with the year where it is asked for. */
export function dayIn(language: string, time: number, year = false): string {
  return new Intl.DateTimeFormat(language, year ? withYear : dayAndMonth).format(time);
}

/** "Saturday", "Суббота": as a heading, with a capital letter. */
export function weekdayIn(language: string, time: number): string {
  const name = new Intl.DateTimeFormat(language, weekday).format(time);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Date and time, to the second. */
export function momentIn(language: string, time: number): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" }).format(time);
}
