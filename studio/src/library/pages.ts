import type { Generation, GenerationPage } from "../api/types";
import { supersedes } from "../feed/feed";

type Pages = readonly GenerationPage[];

/** The pages with the newest one read anew: what came is in front, what went is gone, the pages behind stay as they are. */
export function withNewest(pages: Pages, newest: GenerationPage): Pages {
  const oldest = newest.items.at(-1)?.id;
  const ids = new Set(newest.items.map(({ id }) => id));
  const known = pages.some(({ items }) => items.some(({ id }) => ids.has(id)));
  if (oldest === undefined || newest.next === undefined || !known) {
    return [newest];
  }
  const [first, ...others] = pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id < oldest) }));
  return first === undefined ? [newest] : [{ ...first, items: [...newest.items, ...first.items] }, ...others];
}

/** The pages with the last one read anew, where no further one has come meanwhile: what was made since is at its end. */
export function withLast(pages: Pages, last: GenerationPage): Pages {
  const first = pages.at(-1)?.items[0]?.id;
  return first === last.items[0]?.id ? [...pages.slice(0, -1), last] : pages;
}

/** A take that goes right before or behind another one. */
export interface Move {
  readonly id: string;
  readonly neighbor: string;
  readonly behind: boolean;
}

/** The pages as they are after a move, each as long as before. */
export function withMoved(pages: Pages, { id, neighbor, behind }: Move): Pages {
  const all = pages.flatMap(({ items }) => items);
  const rest = all.filter((item) => item.id !== id);
  const to = rest.findIndex((item) => item.id === neighbor);
  const moved = to < 0 ? all : rest.toSpliced(to + (behind ? 1 : 0), 0, ...all.filter((item) => item.id === id));
  let start = 0;
  return pages.map((page) => ({ ...page, items: moved.slice(start, (start += page.items.length)) }));
}

/** The pages with newer states of takes that are in them. The same pages when nothing is newer. */
export function withStates(pages: Pages, takes: readonly Generation[]): Pages {
  const states = new Map(takes.map((take) => [take.id, take]));
  const newer = (known: Generation) => {
    const take = states.get(known.id);
    const changed = take !== undefined && (take.updatedAt !== known.updatedAt || take.status !== known.status);
    return changed && supersedes(take, known) ? take : known;
  };
  let touched = false;
  const next = pages.map((page) => {
    const items = page.items.map(newer);
    const same = items.every((item, index) => item === page.items[index]);
    touched ||= !same;
    return same ? page : { ...page, items };
  });
  return touched ? next : pages;
}

/** The pages with these takes as an answer told them, or without them where the answer is null. */
export function withAnswers(pages: Pages, answers: ReadonlyMap<string, Generation | null>): Pages {
  return pages.map((page) => ({
    ...page,
    items: page.items.flatMap((item) => {
      const answer = answers.get(item.id);
      return answer === null ? [] : [answer ?? item];
    }),
  }));
}
