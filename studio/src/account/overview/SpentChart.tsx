import { useEffect, useRef } from "react";
import UPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useLatest } from "../../ui/latest";
import { chartOf } from "./chart";
import { type ModelSpent, stacked } from "./spent";

interface SpentChartProps {
  days: readonly string[];
  models: readonly ModelSpent[];
  /** Which day the pointer is over; null when it leaves. */
  onPoint(day: number | null): void;
}

const height = 190;

/** Stacked bars, one for each day, in the colours of the theme that it is mounted in. What it shows is told by a table beside it. */
export default function SpentChart({ days, models, onPoint }: SpentChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const point = useLatest(onPoint);
  useEffect(() => {
    const element = box.current;
    if (element === null) {
      return;
    }
    // The tallest are drawn first, those before them over them.
    const tops = stacked(models).toReversed();
    const chart = new UPlot(
      { ...chartOf(element, days, models.length, (day) => point.current(day)), width: element.clientWidth, height },
      [days.map((_, index) => index), ...tops],
      element,
    );
    const observer = new ResizeObserver(() => chart.setSize({ width: element.clientWidth, height }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      chart.destroy();
    };
  }, [days, models, point]);
  return <div ref={box} aria-hidden className="w-full overflow-hidden" style={{ height }} />;
}
