import { CircleAlert, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { components } from "../api/schema";
import type { Model } from "../api/types";
import { type Draft, emptyDraft, type SettingValue } from "../draft/draft";
import { SettingCapsules } from "../groups/SettingCapsules";
import { clock, count } from "../ui/format";
import { gradientStyle } from "../ui/gradient";
import { IconButton } from "../ui/IconButton";
import { ColumnHead } from "./ColumnHead";
import { NoteLine } from "./NoteLine";
import { modeFor, type Note, ownRoles } from "./plan";

interface PlanColumnProps {
  model: Model;
  notes: readonly Note[];
  item: components["schemas"]["QuoteBatchItem"] | undefined;
  /** What is wanted of this model alone. */
  own: Draft["settings"];
  onOwn(role: string, value: SettingValue | undefined): void;
  onRemove(): void;
}

/** One model of a plan: price, usual time, what it will ignore, and the settings that it has for itself. */
export function PlanColumn({ model, notes, item, own, onOwn, onRemove }: PlanColumnProps) {
  const { t } = useTranslation("compare");
  const quote = item?.quote;
  const mode = modeFor(model);
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
        {mode.controls.some(({ role }) => ownRoles.includes(role)) && (
          <SettingCapsules
            mode={mode}
            draft={{ ...emptyDraft, model: model.id, settings: own }}
            roles={ownRoles}
            onSet={onOwn}
          />
        )}
        {quote?.warnings.map(({ text }) => (
          <p key={text} className="text-12 text-ink-3">
            {text}
          </p>
        ))}
      </div>
    </article>
  );
}
