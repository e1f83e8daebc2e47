import { expect, it } from "vitest";
import { allOf, everything, isNarrowed, queryOf, readFilter, writeFilter } from "./filter";

it("A filter goes into the address and comes back, beside other words", () => {
  const filter = {
    ...everything,
    q: "sea",
    tag: "coast",
    favorite: true,
    from: "2026-05-01",
    order: "oldest" as const,
  };
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
  expect(isNarrowed({ ...everything, collection: "col_1", order: "oldest" as const })).toBe(false);
  expect(isNarrowed({ ...everything, status: "failed" })).toBe(true);
});

it("A collection is in its own order unless the address says otherwise, and nothing else can be", () => {
  expect(readFilter(new URLSearchParams(), "col_1").order).toBe("own");
  expect(readFilter(new URLSearchParams("sort=newest"), "col_1").order).toBe("newest");
  expect(readFilter(new URLSearchParams("sort=own")).order).toBe("newest");
  const newest = { ...allOf("col_1"), order: "newest" as const };
  expect(writeFilter(new URLSearchParams(), newest).toString()).toBe("sort=newest");
  expect(writeFilter(new URLSearchParams("sort=newest"), allOf("col_1")).toString()).toBe("");
  expect(queryOf(allOf("col_1"))).toEqual({ collection: "col_1", sort: "own" });
});
