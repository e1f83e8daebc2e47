import { expect, it } from "vitest";
import { justify } from "./justify";

const frame = { width: 1000, gap: 10, height: 200 };

it("Every row but the last fills the width in true ratios", () => {
  const ratios = [16 / 9, 9 / 16, 1, 21 / 9, 16 / 9, 2 / 3, 4 / 3, 1, 1];
  const rows = justify(ratios, frame);
  expect(rows.flatMap(({ widths }) => widths)).toHaveLength(ratios.length);
  for (const { start, widths, height } of rows) {
    widths.forEach((width, index) => expect(width / height).toBeCloseTo(ratios[start + index] ?? 0));
    expect(height).toBeGreaterThan(100);
    expect(height).toBeLessThan(300);
  }
  for (const { widths } of rows.slice(0, -1)) {
    expect(widths.reduce((sum, width) => sum + width, 0) + 10 * (widths.length - 1)).toBeCloseTo(1000);
  }
});

it("A last row of few keeps its height; one that is wider than the page shrinks", () => {
  expect(justify([1], frame)).toEqual([{ start: 0, widths: [200], height: 200 }]);
  expect(justify([10], frame)[0]?.height).toBeCloseTo(100);
  expect(justify([], frame)).toEqual([]);
});
