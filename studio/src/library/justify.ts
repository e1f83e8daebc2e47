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

/** Items in rows that fill the width, each item in its own ratio. The last row is not stretched. */
export function justify(ratios: readonly number[], { width, gap, height }: Frame): readonly Row[] {
  const rows: Row[] = [];
  let start = 0;
  let sum = 0;
  ratios.forEach((ratio, index) => {
    sum += ratio;
    const count = index - start + 1;
    const room = width - gap * (count - 1);
    const last = index === ratios.length - 1;
    if (sum * height >= room || last) {
      const exact = room / sum;
      const rowHeight = last ? Math.min(exact, height) : exact;
      rows.push({ start, widths: ratios.slice(start, index + 1).map((each) => each * rowHeight), height: rowHeight });
      start = index + 1;
      sum = 0;
    }
  });
  return rows;
}
