import { expect, it } from "vitest";
import type { GenerationPage } from "../api/types";
import { take } from "../testing/samples";
import { withAnswers, withMoved, withNewest, withStates } from "./pages";

const page = (ids: string, next?: string): GenerationPage => ({
  items: [...ids].map((id) => take(id)),
  ...(next !== undefined && { next }),
});
const ids = (pages: readonly GenerationPage[]) => pages.map(({ items }) => items.map(({ id }) => id).join(""));

it("New takes come in front, gone ones go, and the pages behind stay", () => {
  const pages = [page("hgfe", "e"), page("dcba")];
  expect(ids(withNewest(pages, page("jihf", "f")))).toEqual(["jihfe", "dcba"]);
});

it("A newest page that is all, or that meets nothing known, stands alone", () => {
  expect(ids(withNewest([page("cb", "b"), page("a")], page("ca")))).toEqual(["ca"]);
  expect(ids(withNewest([page("cb", "b"), page("a")], page("zy", "y")))).toEqual(["zy"]);
});

it("A removal that draws an item forward from the next page shows it once", () => {
  expect(ids(withNewest([page("fed", "d"), page("cba")], page("fdc", "c")))).toEqual(["fdc", "ba"]);
});

it("Newer states take the place of older ones, and nothing else moves", () => {
  const pages = [page("ba")];
  const newer = take("a", { status: "running", updatedAt: "2026-05-01T11:00:00Z" });
  expect(withStates(pages, [newer])[0]?.items[1]).toBe(newer);
  expect(withStates(pages, [take("a"), take("z")])).toBe(pages);
});

it("Answers replace takes or take them away", () => {
  const marked = take("b", { favorite: true });
  const after = withAnswers(
    [page("cba")],
    new Map([
      ["b", marked],
      ["a", null],
    ]),
  );
  expect(after[0]?.items.map((item) => [item.id, item.favorite])).toEqual([
    ["c", false],
    ["b", true],
  ]);
});

it("A take moves before or behind another one, across pages that stay as long as they are", () => {
  const pages = [page("abc", "c"), page("de")];
  expect(ids(withMoved(pages, { id: "a", neighbor: "d", behind: true }))).toEqual(["bcd", "ae"]);
  expect(ids(withMoved(pages, { id: "e", neighbor: "a", behind: false }))).toEqual(["eab", "cd"]);
  expect(ids(withMoved(pages, { id: "a", neighbor: "z", behind: true }))).toEqual(["abc", "de"]);
});
