import { expect, it } from "vitest";
import type { Output } from "../api/types";
import type { GroupItem } from "../groups/types";
import { take } from "../testing/samples";
import { clipAt, clipsOf, isCurrent, lengthOf } from "./film";

const shot = (id: string, seconds: number | null): GroupItem => ({
  id,
  request: { model: "m" },
  continues: false,
  status: seconds === null ? "draft" : "succeeded",
  takes:
    seconds === null
      ? []
      : [take(`gen_${id}`, { status: "succeeded", outputs: [{ durationSeconds: seconds } as Output] })],
});

it("The film is what is made, one after the other", () => {
  const clips = clipsOf([shot("a", 8), shot("b", null), shot("c", 6)]);
  expect(clips.map(({ id, place, starts }) => [id, place, starts])).toEqual([
    ["a", 1, 0],
    ["c", 3, 8],
  ]);
  expect(lengthOf(clips)).toBe(14);
});

it("A time of the film is a time in one of its clips", () => {
  const clips = clipsOf([shot("a", 8), shot("c", 6)]);
  expect(clipAt(clips, 3)).toEqual({ index: 0, within: 3 });
  expect(clipAt(clips, 8)).toEqual({ index: 1, within: 0 });
  expect(clipAt([], 2)).toEqual({ index: 0, within: 2 });
});

const film = (...ids: string[]) => ({ clips: ids.map((generation) => ({ generation })) });

it("A film is current while it holds these takes in this order", () => {
  const clips = clipsOf([shot("a", 8), shot("c", 6)]);
  expect(isCurrent(film("gen_a", "gen_c"), clips)).toBe(true);
  expect(isCurrent(film("gen_c", "gen_a"), clips)).toBe(false);
});
