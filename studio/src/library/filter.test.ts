import { expect, it } from "vitest";
import { everything, isNarrowed, queryOf, readFilter, writeFilter } from "./filter";

it("A filter goes into the address and comes back, beside other words", () => {
  const filter = { ...everything, q: "sea", tag: "coast", favorite: true, from: "2026-05-01", oldestFirst: true };
  const address = writeFilter(new URLSearchParams("view=list&model=old"), filter);
  expect(address.toString()).toBe("view=list&q=sea&tag=coast&from=2026-05-01&favorite=1&sort=oldest");
  expect(readFilter(address)).toEqual(filter);
});

it("What is no day in an address is left out", () => {
  expect(readFilter(new URLSearchParams("from=soon&to=2026-99-99"))).toEqual(everything);
});

it("Days are asked for as local midnights, the last one included", () => {
  const { from, to } = queryOf({ ...everything, from: "2026-05-01", to: "2026-05-31" });
  expect(from).toBe(new Date(2026, 4, 1).toISOString());
  expect(to).toBe(new Date(2026, 5, 1).toISOString());
});

it("A query names only what is asked for", () => {
  expect(queryOf(everything)).toEqual({});
  expect(queryOf({ ...everything, deleted: true, collection: "col_1" })).toEqual({
    deleted: "true",
    collection: "col_1",
  });
});

it("A collection or an order by itself narrows nothing", () => {
  expect(isNarrowed({ ...everything, collection: "col_1", oldestFirst: true })).toBe(false);
  expect(isNarrowed({ ...everything, status: "failed" })).toBe(true);
});
