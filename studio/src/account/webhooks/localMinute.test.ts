import { expect, it } from "vitest";
import { localMinute } from "./localMinute";

it("A time stands in a field by the clock of the browser, and comes back from it", () => {
  const time = new Date(2026, 2, 4, 6, 5, 59).getTime();
  expect(localMinute(time)).toBe("2026-03-04T06:05");
  expect(new Date(localMinute(time)).getTime()).toBe(time - 59_000);
});
