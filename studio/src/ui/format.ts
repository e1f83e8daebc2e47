const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const weekday = new Intl.DateTimeFormat("en", { weekday: "long" });
const dayAndMonth = new Intl.DateTimeFormat("en", { day: "numeric", month: "long" });
const fullDate = new Intl.DateTimeFormat("en", { day: "numeric", month: "long", year: "numeric" });

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** 4318 → "4,318". */
export function count(value: number): string {
  return whole.format(value);
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

/** 40 → "40 s"; 127 → "2 min 07 s"; 120 → "2 min". */
export function span(seconds: number): string {
  const total = Math.round(seconds);
  const rest = total % 60;
  if (total < 60) {
    return `${total} s`;
  }
  return rest === 0 ? `${total / 60} min` : `${Math.floor(total / 60)} min ${String(rest).padStart(2, "0")} s`;
}

/** 14_180_000 → "14.2 MB". */
export function megabytes(bytes: number): string {
  return `${tenths.format(bytes / 1_000_000)} MB`;
}

/** "now", "12 min", "3 h", then the date. */
export function ago(time: number, now: number): string {
  const age = now - time;
  if (age < minute) {
    return "now";
  }
  if (age < hour) {
    return `${Math.floor(age / minute)} min`;
  }
  return age < day ? `${Math.floor(age / hour)} h` : dayAndMonth.format(time);
}

/** "Today", "Yesterday", a weekday within the last week, else the date. `start` is a local midnight. */
export function dayName(start: number, now: number): string {
  const today = new Date(now);
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime();
  const days = Math.round((midnight - start) / day);
  if (days <= 0) {
    return "Today";
  }
  if (days === 1) {
    return "Yesterday";
  }
  if (days < 7) {
    return weekday.format(start);
  }
  return new Date(start).getFullYear() === today.getFullYear() ? dayAndMonth.format(start) : fullDate.format(start);
}
