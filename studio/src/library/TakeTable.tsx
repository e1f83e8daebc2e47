import { ArrowDown, ArrowUp } from "lucide-react";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "../ui/Checkbox";
import { cx } from "../ui/cx";
import { useNarrow } from "../ui/media";
import type { Order } from "./filter";
import type { ItemsProps } from "./items";
import { tableColumns, TakeRow } from "./TakeRow";
import { useEnd } from "./useEnd";
import { usePlace } from "./usePlace";
import { useWindowed } from "./useWindowed";

const rowHeight = 46;
const narrowRowHeight = 60;

const sorts = { own: "none", newest: "descending", oldest: "ascending" } as const;

interface TakeTableProps extends ItemsProps {
  order: Order;
  onAll(): void;
}

/** Takes as lines; only those near the window are drawn. */
export function TakeTable({ takes, selected, current, over, order, onPick, onCurrent, onEnd, onAll }: TakeTableProps) {
  const { t } = useTranslation("library");
  const narrow = useNarrow();
  const frame = useRef<HTMLDivElement>(null);
  const { top } = usePlace(frame);
  const sizes = useMemo(() => takes.map(() => (narrow ? narrowRowHeight : rowHeight)), [takes, narrow]);
  const { items, height } = useWindowed({ sizes, top, beyond: 10, keyOf: (index) => takes[index]?.id ?? index });
  useEnd(items.at(-1)?.index ?? 0, takes.length, onEnd, 20);
  const all = selected.size > 0 && selected.size === takes.length;
  const heads = ["take", "title", "model", "mode", "length", "picture", "cost", "size"] as const;

  return (
    <div role="table" aria-label={t("title")} aria-rowcount={-1}>
      <div role="rowgroup">
        <div
          role="row"
          className={`${tableColumns} h-9 border-b border-line text-12 font-medium text-ink-3 max-md:hidden`}
        >
          <span role="columnheader" className="pl-3">
            <Checkbox label={t("selectAll")} checked={all || (selected.size > 0 && "mixed")} onChange={onAll} />
          </span>
          {heads.map((head) => (
            <span
              key={head}
              role="columnheader"
              className={
                head === "length" || head === "cost"
                  ? "text-right"
                  : head === "size"
                    ? "text-right max-xl:hidden"
                    : head === "mode" || head === "picture"
                      ? "max-xl:hidden"
                      : undefined
              }
            >
              {t(`columns.${head}`)}
            </span>
          ))}
          <span
            role="columnheader"
            aria-sort={sorts[order]}
            className={cx("flex items-center justify-end gap-1", order !== "own" && "text-ink-1")}
          >
            {t("columns.made")}
            {order === "newest" && <ArrowDown size={14} aria-hidden />}
            {order === "oldest" && <ArrowUp size={14} aria-hidden />}
          </span>
          <span role="columnheader">
            <span className="sr-only">{t("columns.acts")}</span>
          </span>
        </div>
      </div>
      <div ref={frame} role="rowgroup" className="relative" style={{ height: height }}>
        {items.map((item) => {
          const take = takes[item.index];
          return take === undefined ? null : (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className="absolute inset-x-0 top-0"
              style={{ height: item.size, transform: `translateY(${item.start - top}px)` }}
            >
              <TakeRow
                take={take}
                index={item.index}
                selected={selected.has(take.id)}
                current={item.index === current}
                over={take.id === over}
                onPick={onPick}
                onCurrent={onCurrent}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
