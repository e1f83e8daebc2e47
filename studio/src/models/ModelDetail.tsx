import { Star } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { cx } from "../ui/cx";
import { gradientStyle } from "../ui/gradient";
import { IconButton } from "../ui/IconButton";
import { Kbd } from "../ui/Kbd";
import { factsOf } from "./facts";
import { HealthMark } from "./HealthMark";

interface ModelDetailProps {
  model: Model;
  favorite: boolean;
  onUse(): void;
  onFavor(): void;
}

/** What a model can do, and how it is doing. */
export function ModelDetail({ model, favorite, onUse, onFavor }: ModelDetailProps) {
  const { t } = useTranslation("models");
  return (
    <aside
      aria-live="polite"
      data-testid="model-detail"
      className="flex flex-col gap-3.5 overflow-auto border-l border-line bg-[color-mix(in_srgb,var(--surface-2)_45%,transparent)] p-5 max-md:hidden"
    >
      <div
        aria-hidden
        className={cx("mesh h-24 shrink-0 rounded-lg", !model.available && "brightness-70 grayscale-85")}
        style={gradientStyle(model.gradient)}
      />
      <div>
        <div className="mb-1.5 flex items-center gap-2">
          <h3 className="text-20 font-semibold tracking-title">{model.name}</h3>
          {model.badge != null && <Badge text={model.badge} />}
          <IconButton
            small
            label={t("favorite")}
            aria-pressed={favorite}
            data-testid="favorite-model"
            onClick={onFavor}
            className="ml-auto"
          >
            <Star size={16} fill={favorite ? "currentColor" : "none"} aria-hidden />
          </IconButton>
        </div>
        <p className="leading-[1.5] text-ink-2">{model.summary}</p>
        <p className="mt-2 text-ink-3">
          {t("bestFor")} <span className="text-ink-2">{model.bestFor}</span>
        </p>
      </div>
      <p className="flex items-start gap-2">
        <HealthMark health={model.health} className="mt-[5px]" />
        <span>
          <b className="font-medium">{t(`health.${model.health.status}`)}</b>
          {model.health.reason != null && <span className="text-ink-2"> · {model.health.reason}</span>}
        </span>
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 tabular-nums">
        {factsOf(model, t).map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      <Button
        kind="primary"
        size="lg"
        className="mt-auto"
        disabled={!model.available}
        onClick={onUse}
        data-testid="use-model"
      >
        {model.available ? t("use", { name: model.name }) : t("paused")}
        {model.available && <Kbd className="border-[rgb(28_13_3/.28)] text-on-accent">↵</Kbd>}
      </Button>
    </aside>
  );
}
