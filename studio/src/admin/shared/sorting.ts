/** By which column a table is sorted, and which way. */
export interface Sorting<K extends string> {
  by: K;
  descending: boolean;
}

/** Pressing a head sorts by it, largest first for figures; pressing it again turns the order. */
export function pressed<K extends string>(before: Sorting<K>, by: K, descending: boolean): Sorting<K> {
  return before.by === by ? { by, descending: !before.descending } : { by, descending };
}

/** The rows in order; equal ones stay as they were. */
export function sorted<T>(rows: readonly T[], value: (row: T) => number | string, descending: boolean): readonly T[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    return sign * (typeof left === "string" ? left.localeCompare(String(right)) : left - Number(right));
  });
}
