export interface Row {
  /** The first item in it, and how many there are. */
  readonly start: number;
  readonly widths: readonly number[];
  readonly height: number;
}

interface Frame {
  width: number;
  gap: number;
  /** What a row's height should be near to. */
  height: number;
}

/** Items in rows that fill the width, each item in its own ratio; a row breaks where its height comes nearest. The last row is not stretched. */
export function justify(ratios: readonly number[], { width, gap, height }: Frame): readonly Row[] {
  const rows: Row[] = [];
  const heightOf = (sum: number, count: number) => (width - gap * (count - 1)) / sum;
  let start = 0;
  let sum = 0;
  function close(end: number, rowHeight: number): void {
    rows.push({ start, widths: ratios.slice(start, end).map((ratio) => ratio * rowHeight), height: rowHeight });
    start = end;
    sum = 0;
  }
  ratios.forEach((ratio, index) => {
    const exact = heightOf(sum + ratio, index - start + 1);
    const before = heightOf(sum, index - start);
    if (sum > 0 && exact < height && before - height < height - exact) {
      close(index, before);
    }
    sum += ratio;
    const now = heightOf(sum, index - start + 1);
    if (index === ratios.length - 1) {
      close(index + 1, Math.min(now, height));
    } else if (now <= height) {
      close(index + 1, now);
    }
  });
  return rows;
}
