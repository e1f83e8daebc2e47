export const groups = ["models", "takes", "actions"] as const;
export type Group = (typeof groups)[number];

/** What can be said of an entry without drawing it. */
export interface Entry {
  readonly id: string;
  readonly group: Group;
  readonly title: string;
  /** Beside the title. */
  readonly detail?: string;
  /** Further words by which it is found. */
  readonly words?: readonly string[];
  /** Why it cannot be done now. */
  readonly lacks?: string | undefined;
  /** Shown only to those who search for it. */
  readonly onlyFound?: boolean;
}

/** How many of a group stand among others; alone it has room for all. */
const most: Readonly<Record<Group, number>> = { models: 6, takes: 4, actions: 20 };

/** The entries that hold every word of a search, in the order of the groups; only those of one group when it is given. */
export function find<E extends Entry>(entries: readonly E[], text: string, only: Group | null): readonly E[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = entries.filter(({ title, detail = "", words: more = [], onlyFound = false }) => {
    const said = [title, detail, ...more].join(" ").toLowerCase();
    return words.every((word) => said.includes(word)) && (words.length > 0 || !onlyFound);
  });
  const begins = ({ title }: E) => (words[0] !== undefined && title.toLowerCase().startsWith(words[0]) ? 0 : 1);
  return groups
    .filter((group) => only === null || only === group)
    .flatMap((group) => {
      const own = found
        .filter((entry) => entry.group === group)
        .toSorted((a, b) => Number(a.lacks !== undefined) - Number(b.lacks !== undefined) || begins(a) - begins(b));
      return only === null ? own.slice(0, most[group]) : own;
    });
}

/** What Tab narrows to next, and Shift Tab: each group in turn, then all again. */
export function nextGroup(only: Group | null, back = false): Group | null {
  const round = [null, ...groups];
  return round.at((round.indexOf(only) + (back ? -1 : 1)) % round.length) ?? null;
}
