import type { operations } from "../api/schema";

export type LibraryQuery = NonNullable<operations["listGenerations"]["parameters"]["query"]>;

/** What the library shows. Each part is a word of the address; an empty one is left out of it. */
export interface LibraryFilter {
  readonly q: string;
  readonly status: string;
  readonly model: string;
  readonly mode: string;
  readonly tag: string;
  /** Local days, as `2026-01-31`; the last one is included. */
  readonly from: string;
  readonly to: string;
  readonly favorite: boolean;
  /** The bin in place of what is kept. */
  readonly deleted: boolean;
  readonly collection: string;
  readonly order: Order;
}

/** What comes first; a collection has an order of its own. */
export type Order = "own" | "newest" | "oldest";

export const everything: LibraryFilter = {
  q: "",
  status: "",
  model: "",
  mode: "",
  tag: "",
  from: "",
  to: "",
  favorite: false,
  deleted: false,
  collection: "",
  order: "newest",
};

/** All of a collection, or of the library where none is named, as it is shown at first. */
export const allOf = (collection: string): LibraryFilter => ({
  ...everything,
  collection,
  order: collection === "" ? "newest" : "own",
});

export const ordersOf = (collection: string): readonly Order[] =>
  collection === "" ? ["newest", "oldest"] : ["own", "newest", "oldest"];

const texts = ["q", "status", "model", "mode", "tag", "from", "to"] as const;
const switches = ["favorite", "deleted"] as const;
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

export function readFilter(address: URLSearchParams, collection = ""): LibraryFilter {
  const text = (name: string) => address.get(name)?.trim() ?? "";
  const day = (name: string) => (isDay(text(name)) ? text(name) : "");
  return {
    q: text("q").slice(0, 200),
    status: text("status"),
    model: text("model"),
    mode: text("mode"),
    tag: text("tag"),
    from: day("from"),
    to: day("to"),
    favorite: text("favorite") === "1",
    deleted: text("deleted") === "1",
    collection,
    order: ordersOf(collection).find((order) => order === text("sort")) ?? allOf(collection).order,
  };
}

/** The address's words with the filter in them; words of others stay. */
export function writeFilter(address: URLSearchParams, filter: LibraryFilter): URLSearchParams {
  const next = new URLSearchParams(address);
  const put = (name: string, value: string) => (value === "" ? next.delete(name) : next.set(name, value));
  texts.forEach((name) => put(name, filter[name]));
  switches.forEach((name) => put(name, filter[name] ? "1" : ""));
  put("sort", filter.order === allOf(filter.collection).order ? "" : filter.order);
  return next;
}

function midnight(day: string, later = 0): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

export function queryOf(filter: LibraryFilter): LibraryQuery {
  const { q, status, model, mode, tag, from, to, favorite, deleted, collection, order } = filter;
  return {
    ...(q && { q }),
    ...(status && { status: status as NonNullable<LibraryQuery["status"]> }),
    ...(model && { model }),
    ...(mode && { mode }),
    ...(tag && { tag }),
    ...(from && { from: midnight(from) }),
    ...(to && { to: midnight(to, 1) }),
    ...(favorite && { favorite: "true" as const }),
    ...(deleted && { deleted: "true" as const }),
    ...(collection && { collection }),
    ...(order !== "newest" && { sort: order }),
  };
}

/** Whether anything is left out, beside what a collection leaves out. */
export function isNarrowed(filter: LibraryFilter): boolean {
  return [...texts, ...switches].some((name) => filter[name] !== everything[name]);
}
