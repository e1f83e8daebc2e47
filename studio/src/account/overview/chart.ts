import UPlot from "uplot";
import { count } from "../../ui/format";
import { serverDay } from "../times";
import { colourOf } from "./colours";

const dayWidth = 72;

/** How the bars are drawn; colours and type are those of the page at this time. */
export function chartOf(
  element: HTMLElement,
  days: readonly string[],
  models: number,
  onPoint: (day: number | null) => void,
): Omit<UPlot.Options, "width" | "height"> {
  const page = getComputedStyle(element);
  const token = (name: string) => page.getPropertyValue(name).trim();
  const font = `12px ${page.fontFamily}`;
  const bars = UPlot.paths.bars?.({ size: [0.66, 34], radius: 0.12 });
  const axis = { stroke: token("--ink-3"), font, ticks: { show: false } };
  return {
    legend: { show: false },
    padding: [10, 16, 0, 0],
    cursor: { x: false, y: false, points: { show: false }, drag: { x: false, y: false } },
    hooks: {
      setCursor: [
        (chart) =>
          onPoint(chart.cursor.left !== undefined && chart.cursor.left < 0 ? null : (chart.cursor.idx ?? null)),
      ],
    },
    scales: {
      x: { time: false, range: () => [-0.6, days.length - 0.4] },
      y: { range: (_, __, most) => [0, Math.max(1, most * 1.06)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 26,
        splits: (chart) => ticks(days.length, Math.max(2, Math.floor(chart.width / dayWidth))),
        values: (_, at) => at.map((index) => serverDay(days[index] ?? "")),
      },
      {
        ...axis,
        grid: { stroke: token("--line"), width: 1 },
        size: 56,
        space: 44,
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 1_000_000],
        values: (_, at) => at.map((credits) => (credits === 0 ? "" : count(credits))),
      },
    ],
    series: [
      {},
      ...Array.from({ length: models }, (_, index) => ({
        fill: token(colourOf(models - 1 - index)),
        stroke: token("--surface-1"),
        width: 1,
        ...(bars && { paths: bars }),
        points: { show: false },
      })),
    ],
  };
}

/** At most `most` places from the first to the last, evenly. */
export function ticks(length: number, most: number): number[] {
  const step = Math.max(1, Math.ceil((length - 1) / Math.max(1, most - 1)));
  return Array.from({ length: Math.ceil(length / step) }, (_, index) => length - 1 - index * step).toReversed();
}
