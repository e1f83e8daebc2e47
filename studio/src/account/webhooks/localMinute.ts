const two = (value: number) => String(value).padStart(2, "0");

/** A time as a `datetime-local` field has it: "2026-11-21T06:31", by the clock of the browser. */
export function localMinute(time: number): string {
  const local = new Date(time);
  const date = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${date}T${two(local.getHours())}:${two(local.getMinutes())}`;
}
