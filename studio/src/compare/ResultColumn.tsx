import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import { PhaseLine } from "../feed/PhaseLine";
import { ProgressLine } from "../feed/ProgressLine";
import { FailedBox } from "../groups/FailedBox";
import { takeOf } from "../groups/items";
import type { GroupItem } from "../groups/types";
import { count } from "../ui/format";
import { gradientStyle } from "../ui/gradient";
import { ColumnHead } from "./ColumnHead";
import { ReadyColumn } from "./ReadyColumn";
import type { Linked } from "./useLinked";

interface ResultColumnProps {
  item: GroupItem;
  model: Model | undefined;
  linked: Linked;
  busy: boolean;
  onAgain(): void;
}

/** What became of the prompt with one model. */
export function ResultColumn({ item, model, linked, busy, onAgain }: ResultColumnProps) {
  const { t } = useTranslation("compare");
  const take = takeOf(item);
  const gradient = model?.gradient ?? take?.model.gradient ?? [];
  const name = model?.name ?? take?.model.name ?? item.request.model;
  const output = take?.status === "succeeded" ? take.outputs[0] : undefined;
  return (
    <article
      data-testid="compare-column"
      data-status={item.status}
      data-take={take?.id}
      className="@container min-w-0 overflow-hidden rounded-lg bg-surface-1"
    >
      <ColumnHead name={name} gradient={gradient} badge={model?.badge} />
      {take === undefined ? (
        <>
          <div aria-hidden className="mesh aspect-video opacity-70" style={gradientStyle(gradient)} />
          <p className="px-3.5 pt-3 pb-3.5 text-ink-2">
            {item.estimate === undefined ? t("notRun") : t("notRunYet", { credits: count(item.estimate) })}
          </p>
        </>
      ) : output !== undefined ? (
        <ReadyColumn take={take} output={output} linked={linked} />
      ) : take.status === "failed" || take.status === "canceled" ? (
        <FailedBox take={take} busy={busy} onAgain={onAgain} />
      ) : (
        <>
          <div className="relative aspect-video overflow-hidden bg-surface-2">
            <div aria-hidden className="shimmer absolute inset-0" />
            <div aria-hidden className="mesh absolute inset-0 opacity-20" style={gradientStyle(gradient)} />
          </div>
          <ProgressLine key={take.id} take={take} />
          <div className="px-3.5 pt-2 pb-3">
            <PhaseLine take={take} />
          </div>
        </>
      )}
    </article>
  );
}
