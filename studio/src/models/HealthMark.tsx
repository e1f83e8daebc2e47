import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import { cx } from "../ui/cx";

const shapes: Record<Model["health"]["status"], string> = {
  works: "rounded-full bg-ok",
  unknown: "rounded-full bg-ink-3",
  degraded: "rotate-45 bg-warn",
  paused: "rounded-full border-2 border-bad",
  down: "rounded-full border-2 border-bad",
};

/** How a model is doing, by shape and colour: round, diamond or ring. */
export function HealthMark({ health, className }: { health: Model["health"]; className?: string }) {
  const { t } = useTranslation("models");
  return (
    <span
      role="img"
      aria-label={t(`health.${health.status}`)}
      className={cx("size-2 shrink-0", shapes[health.status], className)}
    />
  );
}
