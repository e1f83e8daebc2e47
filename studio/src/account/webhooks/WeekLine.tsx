import { useTranslation } from "react-i18next";
import { count, percent } from "../../ui/format";
import type { Endpoint } from "./calls";

/** How well an endpoint took what it was sent in the last 7 days. */
export function WeekLine({ week }: { week: NonNullable<Endpoint["week"]> }) {
  const { t } = useTranslation("webhooks");
  const figures = [
    ["delivered", t("week.of", { taken: count(week.taken), ended: count(week.ended) })],
    ["share", percent(Math.floor((week.taken / week.ended) * 100) / 100)],
    ["atOnce", percent(Math.floor((week.atOnce / week.ended) * 100) / 100)],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 tabular-nums">
      {figures.map(([key, value]) => (
        <div key={key} className="flex gap-1.5">
          <dt className="text-ink-3">{t(`week.${key}`)}</dt>
          <dd className="text-ink-1">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
