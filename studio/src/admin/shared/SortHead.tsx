import { ArrowDown, ArrowUp } from "lucide-react";
import { Head } from "../../ui/Table";
import { pressed, type Sorting } from "./sorting";

interface SortHeadProps<K extends string> {
  by: K;
  label: string;
  sorting: Sorting<K>;
  /** Figures stand at the right, and largest first. */
  figure?: boolean;
  onSort(next: Sorting<K>): void;
}

/** A head that sorts by its column. */
export function SortHead<K extends string>({ by, label, sorting, figure = false, onSort }: SortHeadProps<K>) {
  const on = sorting.by === by;
  const Arrow = sorting.descending ? ArrowDown : ArrowUp;
  return (
    <Head
      align={figure ? "right" : "left"}
      aria-sort={on ? (sorting.descending ? "descending" : "ascending") : "none"}
      className={on ? "text-ink-1" : ""}
    >
      <button
        type="button"
        onClick={() => onSort(pressed(sorting, by, figure))}
        className="inline-flex items-center gap-1.25 rounded-xs font-medium hover:text-ink-1"
      >
        {label}
        {on && <Arrow size={14} aria-hidden />}
      </button>
    </Head>
  );
}
