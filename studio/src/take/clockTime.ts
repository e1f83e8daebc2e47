/** "06:10:04": a time of day as this place has it, in figures that stand under each other. */
export function clockTime(at: string, language: string): string {
  const parts = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat(language, parts).format(new Date(at));
}
