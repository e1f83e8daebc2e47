import { expect, it } from "vitest";
import { take } from "../testing/samples";
import { byDay } from "./days";

const local = (day: number, hour: number) => new Date(2026, 4, day, hour).toISOString();

it("Takes are grouped by local day, newest first, with what they cost or hold", () => {
  const days = byDay([
    take("gen_3", { createdAt: local(2, 9), charge: { held: 5, captured: 0, released: 0 } }),
    take("gen_2", { createdAt: local(2, 1), charge: { held: 0, captured: 99, released: 0 } }),
    take("gen_1", { createdAt: local(1, 23), charge: { held: 0, captured: 0, released: 40 } }),
  ]);
  expect(days.map((day) => [day.takes.map(({ id }) => id), day.credits])).toEqual([
    [["gen_3", "gen_2"], 104],
    [["gen_1"], 0],
  ]);
});
