import { useMemo, useRef } from "react";
import type { ItemsProps } from "./items";
import { justify } from "./justify";
import { ratioOf } from "./look";
import { Tile } from "./Tile";
import { useEnd } from "./useEnd";
import { usePlace } from "./usePlace";
import { useWindowed } from "./useWindowed";

const gap = 10;
const height = 216;

/** Rows that fill the width; only those near the window are drawn. */
export function RowGrid({ takes, selected, current, movable, over, onPick, onCurrent, onEnd }: ItemsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, top } = usePlace(frame);
  const rows = useMemo(() => (width === 0 ? [] : justify(takes.map(ratioOf), { width, gap, height })), [takes, width]);
  const sizes = useMemo(() => rows.map((row) => row.height), [rows]);
  const { items, height: total } = useWindowed({ sizes, top, gap, beyond: 2, keyOf: (index) => index });
  useEnd(items.at(-1)?.index ?? 0, rows.length, onEnd, 4);

  return (
    <div ref={frame} data-testid="library-grid" className="relative" style={{ height: total }}>
      {items.map((item) => {
        const row = rows[item.index];
        return row === undefined ? null : (
          <div
            key={item.key}
            className="absolute inset-x-0 top-0 flex"
            style={{ gap, height: row.height, transform: `translateY(${item.start - top}px)` }}
          >
            {row.widths.map((wide, place) => {
              const index = row.start + place;
              const take = takes[index];
              return take === undefined ? null : (
                <div key={take.id} style={{ width: wide }} className="h-full shrink-0">
                  <Tile
                    take={take}
                    index={index}
                    selected={selected.has(take.id)}
                    picking={selected.size > 0}
                    current={index === current}
                    movable={movable}
                    over={take.id === over}
                    onPick={onPick}
                    onCurrent={onCurrent}
                  />
                </div>
              );
            })}
          </div>
        );
      })}
    </div>
  );
}
