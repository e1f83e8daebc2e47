import { useTranslation } from "react-i18next";
import { returned } from "../groups/items";
import { countsOf } from "../groups/tally";
import { Tally } from "../groups/Tally";
import type { Group } from "../groups/types";
import { count, span } from "../ui/format";
import { useNow } from "../ui/now";
import { LimitField } from "./LimitField";
import { secondsToGo } from "./pace";

interface BatchHeadProps {
  group: Group;
  limit: number | null;
  onLimit(limit: number | null): void;
}

/** How far a batch is, and its money. */
export function BatchHead({ group, limit, onLimit }: BatchHeadProps) {
  const { t } = useTranslation("batch");
  const now = useNow(5_000);
  const counts = countsOf(group.progress);
  const ended = counts.done + counts.failed;
  const left = secondsToGo(
    group.items.flatMap(({ takes }) => takes.slice(0, 1)),
    now,
  );
  const spent = group.credits.captured + group.credits.held;
  const money = [
    ["spent", group.credits.captured],
    ["held", group.credits.held],
    ["returned", returned(group)],
  ] as const;
  const parts = [
    { look: "bg-ok", n: counts.done },
    { look: "bg-bad", n: counts.failed },
    { look: "bg-mark opacity-75", n: counts.rendering },
  ];
  return (
    <section className="mb-4 rounded-lg bg-surface-1 px-5 py-4.5 tabular-nums" data-testid="batch-head">
      <div className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-1.5">
        <p className="text-20 font-semibold tracking-[-.02em]">{t("ofAll", { ended, all: counts.all })}</p>
        <Tally progress={group.progress} canceled="paused" />
        {left !== null && <span className="ml-auto text-ink-3">{t("left", { time: span(left) })}</span>}
      </div>
      <div
        role="progressbar"
        aria-label={t("progress")}
        aria-valuemin={0}
        aria-valuemax={counts.all}
        aria-valuenow={ended}
        className="flex h-2 gap-0.5 overflow-hidden rounded-full bg-surface-3"
      >
        {parts
          .filter(({ n }) => n > 0)
          .map(({ look, n }) => (
            <i
              key={look}
              className={`block transition-[width] duration-(--d-4) ${look}`}
              style={{ width: `${(n / counts.all) * 100}%` }}
            />
          ))}
      </div>
      <div className="mt-3.5 flex flex-wrap items-center gap-x-7 gap-y-2">
        {money.map(([key, credits]) => (
          <span key={key}>
            <span className="text-ink-3">{t(`money.${key}`)}</span> {t("credits", { credits: count(credits) })}
          </span>
        ))}
        <LimitField limit={limit} spent={spent} onLimit={onLimit} />
      </div>
    </section>
  );
}
