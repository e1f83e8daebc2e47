import { cx } from "../ui/cx";
import { Kbd } from "../ui/Kbd";
import { Marked } from "../ui/Marked";
import type { Act } from "./act";

interface PaletteRowProps {
  entry: Act;
  text: string;
  selected: boolean;
  onUse(entry: Act): void;
}

/** One line: a face, its words with what was found in them, and at the end its price, age or keys. */
export function PaletteRow({ entry, text, selected, onUse }: PaletteRowProps) {
  const { id, title, detail = "", lacks, face, note, keys = [] } = entry;
  return (
    <div
      id={`palette-${id}`}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-disabled={lacks !== undefined || undefined}
      data-testid="palette-entry"
      data-entry={id}
      onClick={() => onUse(entry)}
      onKeyDown={(event) => event.key === "Enter" && onUse(entry)}
      className={cx(
        "quiet-focus flex min-h-10.5 scroll-my-12 items-center gap-3 rounded-sm px-3 [&>svg]:shrink-0",
        selected ? "bg-surface-3 [&>svg]:text-accent-text" : "hover:bg-surface-2 [&>svg]:text-ink-3",
        lacks === undefined ? "cursor-pointer" : "cursor-default py-2 text-ink-3",
      )}
    >
      {face}
      <span className={cx("min-w-0 flex-1", lacks === undefined && "truncate")}>
        <Marked text={title} search={text} />{" "}
        <span className="text-ink-3">
          <Marked text={detail} search={text} />
        </span>
        {lacks !== undefined && <span className="block text-12 text-ink-2">{lacks}</span>}
      </span>
      {lacks === undefined && note !== undefined && (
        <span className="shrink-0 text-12 text-ink-3 tabular-nums">{note}</span>
      )}
      {(selected && lacks === undefined ? ["↵"] : keys).map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </div>
  );
}
