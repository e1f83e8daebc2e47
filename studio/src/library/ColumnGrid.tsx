import { useMemo, useRef } from "react";
import type { ItemsProps } from "./items";
import { ratioOf } from "./look";
import { Tile } from "./Tile";
import { useEnd } from "./useEnd";
import { usePlace } from "./usePlace";
import { useWindowed } from "./useWindowed";

const gap = 8;
const lanes = 2;

/** Two columns, each take under the shorter one; only those near the window are drawn. */
export function ColumnGrid({ takes, selected, current, movable, over, onPick, onCurrent, onEnd }: ItemsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, top } = usePlace(frame);
  const column = (width - gap * (lanes - 1)) / lanes;
  const sizes = useMemo(() => (width === 0 ? [] : takes.map((take) => column / ratioOf(take))), [takes, width, column]);
  const { items, height } = useWindowed({
    sizes,
    top,
    gap,
    lanes,
    beyond: 6,
    keyOf: (index) => takes[index]?.id ?? index,
  });
  useEnd(items.at(-1)?.index ?? 0, takes.length, onEnd, 12);

  return (
    <div ref={frame} data-testid="library-grid" className="relative" style={{ height: height }}>
      {items.map((item) => {
        const take = takes[item.index];
        return take === undefined ? null : (
          <div
            key={item.key}
            className="absolute top-0"
            style={{
              width: column,
              height: item.size,
              left: item.lane * (column + gap),
              transform: `translateY(${item.start - top}px)`,
            }}
          >
            <Tile
              take={take}
              index={item.index}
              selected={selected.has(take.id)}
              picking={selected.size > 0}
              current={item.index === current}
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
}
