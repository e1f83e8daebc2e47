import { expect, it } from "vitest";
import { forEachOf } from "./forEachOf";

it("Does each, a few at a time, and tells what failed", async () => {
  let running = 0;
  let most = 0;
  const { done, failed, error } = await forEachOf(
    [1, 2, 3, 4, 5, 6],
    async (item) => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      if (item % 3 === 0) {
        throw new Error(`No ${item}`);
      }
      return item * 2;
    },
    2,
  );
  expect(most).toBe(2);
  expect([...done.values()]).toEqual([2, 4, 8, 10]);
  expect(failed).toEqual([3, 6]);
  expect(error?.message).toBe("No 3");
});
