const made = new Map<string, Intl.NumberFormat>();

/** A number as a language writes it, with at most and at least so many decimals, and a true minus. */
export function numberIn(language: string, value: number, most = 0, least = 0): string {
  const key = `${language} ${most} ${least}`;
  const format =
    made.get(key) ?? new Intl.NumberFormat(language, { maximumFractionDigits: most, minimumFractionDigits: least });
  made.set(key, format);
  return format.format(value).replace("-", "\u2212");
}
