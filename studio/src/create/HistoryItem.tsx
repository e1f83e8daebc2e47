import { useDraft } from "../draft/DraftProvider";
import { cx } from "../ui/cx";
import { ago } from "../ui/format";
import { Marked } from "../ui/Marked";
import { useNow } from "../ui/now";
import { Swatch } from "../ui/Swatch";
import type { UsedPrompt } from "./calls";

interface HistoryItemProps {
  id: string;
  used: UsedPrompt;
  search: string;
  selected: boolean;
  onPick(withModel: boolean): void;
}

/** A prompt, the model that it was last used with, and when. */
export function HistoryItem({ id, used, search, selected, onPick }: HistoryItemProps) {
  const { models } = useDraft();
  const now = useNow(60_000);
  const model = models.find((each) => each.id === used.model);
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      data-testid="used-prompt"
      onClick={(event) => onPick(event.shiftKey)}
      onKeyDown={(event) => event.key === "Enter" && onPick(event.shiftKey)}
      className={cx(
        "quiet-focus cursor-pointer rounded-sm px-3 py-2.5 leading-[1.42] hover:bg-surface-3 [contain-intrinsic-size:auto_64px] [content-visibility:auto]",
        selected && "bg-surface-3",
      )}
    >
      <span className="line-clamp-2">
        <Marked text={used.prompt} search={search} />
      </span>
      <span className="mt-1 flex items-center gap-[7px] text-12 text-ink-3">
        <Swatch gradient={model?.gradient ?? []} />
        <span className="min-w-0 truncate">{model?.name ?? used.model}</span>
        <span aria-hidden>·</span>
        <time dateTime={used.at} className="shrink-0">
          {ago(Date.parse(used.at), now)}
        </time>
      </span>
    </div>
  );
}
