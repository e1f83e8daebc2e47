import { CircleAlert, RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { countsOf } from "../groups/tally";
import type { GenerateGroup, Group } from "../groups/types";
import { Button } from "../ui/Button";
import { cx } from "../ui/cx";
import { count } from "../ui/format";
import { sendable } from "./cap";
import type { Filter } from "./rows";

interface BatchFilterProps {
  group: Group;
  filter: Filter;
  limit: number | null;
  sending: boolean;
  onFilter(filter: Filter): void;
  onSend(body: GenerateGroup): void;
}

/** Which rows are shown, and the failed ones once more. */
export function BatchFilter({ group, filter, limit, sending, onFilter, onSend }: BatchFilterProps) {
  const { t } = useTranslation("batch");
  const { all, failed, queued, rendering, draft, canceled } = countsOf(group.progress);
  const chips = [
    { key: "all", n: all },
    { key: "failed", n: failed },
    { key: "queued", n: queued + rendering },
    { key: "draft", n: draft + canceled },
  ] as const;
  const again = sendable(group.items, group.credits.captured + group.credits.held, limit, true);
  return (
    <div className="mt-4 mb-4.5 flex flex-wrap items-center gap-2">
      {chips
        .filter(({ key, n }) => key === "all" || key === filter || n > 0)
        .map(({ key, n }) => (
          <button
            key={key}
            type="button"
            aria-pressed={filter === key}
            onClick={() => onFilter(key)}
            className={cx(
              "inline-flex h-8 items-center gap-1.5 rounded-full border px-3 font-medium whitespace-nowrap transition max-md:h-11",
              filter === key
                ? "border-transparent bg-ink-1 text-bg"
                : "border-line text-ink-2 hover:border-line-strong hover:text-ink-1",
            )}
          >
            {key === "failed" && (
              <CircleAlert size={15} className={filter === key ? undefined : "text-bad"} aria-hidden />
            )}
            {t(`filter.${key}`)}
            <span className="text-11 tabular-nums">{n}</span>
          </button>
        ))}
      {again.ids.length > 0 && (
        <Button
          kind="ghost"
          className="ml-auto max-md:min-h-11"
          data-testid="retry-failed"
          icon={<RotateCcw size={15} aria-hidden />}
          busy={sending}
          disabled={sending}
          onClick={() => onSend({ items: [...again.ids], maxCredits: again.credits })}
        >
          {t("retry", { count: again.ids.length, credits: count(again.credits) })}
        </Button>
      )}
    </div>
  );
}
