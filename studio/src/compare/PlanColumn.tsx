import { CircleAlert, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { components } from "../api/schema";
import type { Model } from "../api/types";
import { clock, count } from "../ui/format";
import { gradientStyle } from "../ui/gradient";
import { IconButton } from "../ui/IconButton";
import { ColumnHead } from "./ColumnHead";
import { NoteLine } from "./NoteLine";
import type { Note } from "./plan";

interface PlanColumnProps {
  model: Model;
  notes: readonly Note[];
  item: components["schemas"]["QuoteBatchItem"] | undefined;
  onRemove(): void;
}

/** One model of a plan: price, usual time, and what it will ignore. */
export function PlanColumn({ model, notes, item, onRemove }: PlanColumnProps) {
  const { t } = useTranslation("compare");
  const quote = item?.quote;
  return (
    <article data-testid="plan-column" data-model={model.id} className="overflow-hidden rounded-lg bg-surface-1">
      <ColumnHead name={model.name} gradient={model.gradient} badge={model.badge}>
        <IconButton small label={t("removeModel", { model: model.name })} onClick={onRemove}>
          <X size={16} aria-hidden />
        </IconButton>
      </ColumnHead>
      <div aria-hidden className="mesh aspect-[16/4.2] opacity-70" style={gradientStyle(model.gradient)} />
      <div className="flex flex-col gap-2 px-3.5 pt-3 pb-3.5">
        <p className="flex items-baseline tabular-nums">
          <span className="text-20 font-semibold tracking-[-.02em]">
            {quote === undefined ? "–" : t(quote.exact ? "credits" : "upTo", { credits: count(quote.credits) })}
          </span>
          <span className="ml-auto text-ink-2">{t("about", { time: clock(model.typicalSeconds) })}</span>
        </p>
        {item?.errors?.map(({ message }) => (
          <p key={message} className="flex items-start gap-[7px] text-bad">
            <CircleAlert size={16} className="mt-px" aria-hidden />
            {message}
          </p>
        ))}
        {notes.length === 0 && item?.errors === undefined && <NoteLine note={null} />}
        {notes.map((note) => (
          <NoteLine key={note.kind + ("role" in note ? note.role : "")} note={note} />
        ))}
        {quote?.warnings.map(({ text }) => (
          <p key={text} className="text-12 text-ink-3">
            {text}
          </p>
        ))}
      </div>
    </article>
  );
}
