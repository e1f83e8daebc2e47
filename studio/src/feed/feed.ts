import type { Generation, GenerationPage } from "../api/types";

export interface Feed {
  readonly takes: ReadonlyMap<string, Generation>;
  /** Cursor of the next older page; null when everything is here. */
  readonly next: string | null;
  readonly loaded: boolean;
  /** Takes that were read before the events were followed: whether they are still there, the next page of the newest tells. */
  readonly early: ReadonlySet<string>;
  /** Takes of other origin that arrived while a send was in flight; shown when its answer is known. */
  readonly parked: readonly Generation[];
  /** The send that each take came from, so that its card stays the same card. */
  readonly sends: ReadonlyMap<string, string>;
}

export type FeedChange =
  | { type: "early"; page: GenerationPage }
  | { type: "newest"; page: GenerationPage }
  | { type: "older"; page: GenerationPage }
  | { type: "changed"; take: Generation; sending?: boolean }
  | { type: "accepted"; take: Generation; key: string; sending?: boolean }
  | { type: "unpark" };

export const emptyFeed: Feed = {
  takes: new Map(),
  next: null,
  loaded: false,
  early: new Set(),
  parked: [],
  sends: new Map(),
};

const order = ["queued", "submitting", "running", "collecting", "succeeded", "failed", "canceled"];

/** Whether a state of a take is newer than the one at hand. Events may come twice, late, or after an answer. */
export function supersedes(incoming: Generation, known: Generation): boolean {
  const difference = Date.parse(incoming.updatedAt) - Date.parse(known.updatedAt);
  return difference === 0 ? order.indexOf(incoming.status) >= order.indexOf(known.status) : difference > 0;
}

export function isActive(take: Generation): boolean {
  return order.indexOf(take.status) < order.indexOf("succeeded");
}

/** Newest first. Ids are time-ordered, so that two takes of one millisecond still have one order. */
export function inOrder(feed: Feed): Generation[] {
  return [...feed.takes.values()].toSorted((a, b) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0));
}

function merged(takes: ReadonlyMap<string, Generation>, incoming: readonly Generation[]): Map<string, Generation> {
  const result = new Map(takes);
  for (const take of incoming) {
    const known = result.get(take.id);
    // What is in the bin is in no feed; had back, it comes as any other.
    if (take.deletedAt !== undefined) {
      result.delete(take.id);
    } else if (known === undefined || supersedes(take, known)) {
      result.set(take.id, take);
    }
  }
  return result;
}

export function changeFeed(feed: Feed, change: FeedChange): Feed {
  switch (change.type) {
    case "early": {
      const { items, next } = change.page;
      // An empty page may be out of date: only one that was read behind the open stream calls a feed empty.
      return feed.loaded || items.length === 0
        ? feed
        : {
            ...feed,
            takes: merged(feed.takes, items),
            next: next ?? null,
            loaded: true,
            early: new Set(items.map(({ id }) => id)),
          };
    }
    case "newest": {
      const { items, next } = change.page;
      const bridged = feed.loaded && (items.length === 0 || items.some((item) => feed.takes.has(item.id)));
      // First load, or a gap too wide to bridge: start again from the newest page. What came while it was on its way stays.
      const begin = bridged ? "" : (items[0]?.id ?? "");
      const told = new Set(items.map(({ id }) => id));
      const sure = new Map([...feed.takes].filter(([id]) => told.has(id) || (!feed.early.has(id) && id > begin)));
      return {
        ...feed,
        takes: merged(sure, items),
        next: bridged && feed.early.size === 0 ? feed.next : (next ?? null),
        loaded: true,
        early: new Set(),
      };
    }
    case "older":
      return { ...feed, takes: merged(feed.takes, change.page.items), next: change.page.next ?? null };
    case "changed":
      return change.sending === true && !feed.takes.has(change.take.id)
        ? { ...feed, parked: [...feed.parked, change.take] }
        : { ...feed, takes: merged(feed.takes, [change.take]) };
    case "accepted": {
      const mine = feed.parked.filter((take) => take.id === change.take.id);
      const rest = feed.parked.filter((take) => take.id !== change.take.id);
      const takes = merged(feed.takes, [change.take, ...mine, ...(change.sending === true ? [] : rest)]);
      const parked = change.sending === true ? rest : [];
      return { ...feed, takes, parked, sends: new Map(feed.sends).set(change.take.id, change.key) };
    }
    case "unpark":
      return { ...feed, takes: merged(feed.takes, feed.parked), parked: [] };
  }
}
