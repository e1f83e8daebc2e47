import { Star, Volume2 } from "lucide-react";
import { memo } from "react";
import { Trans, useTranslation } from "react-i18next";
import { modeLabel, valueLabel } from "../i18n/names";
import type { Model } from "../api/types";
import { modesOf } from "../draft/modes";
import { Badge } from "../ui/Badge";
import { cx } from "../ui/cx";
import { span } from "../ui/format";
import { gradientStyle } from "../ui/gradient";
import { HealthMark } from "./HealthMark";
import { ModeIcon } from "./ModeIcon";
import { largestResolution, makesSound } from "./search";

interface ModelCardProps {
  model: Model;
  selected: boolean;
  favorite: boolean;
  onUse(id: string): void;
  onFavor(id: string): void;
}

/** A model among others: a click uses it, one on its star keeps it among the favourites. */
export const ModelCard = memo(function ModelCard({ model, selected, favorite, onUse, onFavor }: ModelCardProps) {
  const { t } = useTranslation(["models", "frame"]);
  const down = !model.available;
  const largest = largestResolution(model);
  return (
    <div
      id={`model-${model.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-disabled={down || undefined}
      data-testid="model-card"
      data-model={model.id}
      onClick={() => onUse(model.id)}
      onKeyDown={(event) => event.key === "Enter" && onUse(model.id)}
      className={cx(
        "quiet-focus relative flex cursor-pointer scroll-m-15 flex-col overflow-hidden rounded-lg text-left [contain-intrinsic-size:auto_160px] [content-visibility:auto] transition hover:bg-surface-3",
        selected ? "bg-surface-3 shadow-[0_0_0_2px_var(--mark)]" : "bg-surface-2",
      )}
    >
      <div
        className={cx("mesh flex h-14 items-start p-2.5", down && "brightness-70 grayscale-85")}
        style={gradientStyle(model.gradient)}
      >
        {model.badge != null && <Badge text={model.badge} onArt />}
        <span
          role="presentation"
          data-testid="model-star"
          data-on={favorite || undefined}
          onClick={(event) => {
            event.stopPropagation();
            onFavor(model.id);
          }}
          className="-m-2.5 ml-auto grid size-11 place-items-center text-on-media opacity-75 drop-shadow-sm transition hover:opacity-100 data-on:opacity-100"
        >
          <Star size={15} fill={favorite ? "currentColor" : "none"} aria-hidden />
          {favorite && <span className="sr-only">{t("favorite")}</span>}
        </span>
      </div>
      <div className="px-3 pt-2.5 pb-3">
        <p className={cx("flex items-center gap-2 text-14 font-semibold", down && "text-ink-2")}>
          <span className="min-w-0 truncate">{model.name}</span>
          <HealthMark health={model.health} className="ml-auto" />
        </p>
        <p
          className={cx(
            "mt-0.5 text-12 leading-[1.4]",
            down ? "line-clamp-3 text-bad" : "truncate text-ink-3 first-letter:uppercase",
          )}
          title={down ? undefined : model.bestFor}
        >
          {down ? model.unavailableReason : model.bestFor}
        </p>
        <p className="mt-2 mb-2.5 flex gap-[7px] text-ink-3">
          {modesOf(model).map(({ mode }) => (
            <span key={mode} title={modeLabel(mode)} role="img" aria-label={modeLabel(mode)}>
              <ModeIcon mode={mode} size={15} />
            </span>
          ))}
          {makesSound(model) && (
            <span title={t("sound")} role="img" aria-label={t("sound")}>
              <Volume2 size={15} aria-hidden />
            </span>
          )}
          {largest !== null && <span className="ml-auto text-12">{valueLabel(largest)}</span>}
        </p>
        <p className="flex justify-between gap-2 text-12 text-ink-2 tabular-nums">
          <span className="whitespace-nowrap">
            <Trans
              t={t}
              i18nKey="from"
              values={{ credits: t("frame:cr", { count: model.fromCredits }) }}
              components={{ b: <b className={cx("font-medium", !down && "text-ink-1")} /> }}
            />
          </span>
          {down ? (
            <span className="text-bad">{t("paused")}</span>
          ) : (
            <span className="truncate max-md:hidden">{span(model.typicalSeconds)}</span>
          )}
        </p>
      </div>
    </div>
  );
});
