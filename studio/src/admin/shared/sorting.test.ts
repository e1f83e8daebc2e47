import { expect, it } from "vitest";
import { pressed, sorted } from "./sorting";

it("sorts figures and names both ways, and keeps equals as they were", () => {
  const rows = [
    { name: "b", n: 2 },
    { name: "a", n: 10 },
    { name: "c", n: 2 },
  ];
  const names = (by: (row: { name: string; n: number }) => number | string, descending: boolean) =>
    sorted(rows, by, descending)
      .map((row) => row.name)
      .join("");
  expect([names((row) => row.n, true), names((row) => row.n, false)]).toEqual(["abc", "bca"]);
  expect(names((row) => row.name, true)).toBe("cba");
});

it("turns the order when a head is pressed again", () => {
  const first = pressed({ by: "name", descending: false }, "n", true);
  expect(first).toEqual({ by: "n", descending: true });
  expect(pressed(first, "n", true)).toEqual({ by: "n", descending: false });
});
