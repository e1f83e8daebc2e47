import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { daysLeft } from "./lasting";
import { useUsage } from "./useUsage";

const month = 30;
const year = 365;

/** Figures of the last 30 days. */
export function Figures({ available }: { available: number }) {
  const { t } = useTranslation("account");
  const { days, query } = useUsage(month);
  const usage = query.data;
  const takes = usage?.items.reduce((total, item) => total + item.count, 0) ?? 0;
  const left = usage === undefined ? null : daysLeft(available, usage.items, days);
  const figures = [
    ["spent", usage && count(usage.credits)],
    ["returned", usage && count(usage.returned)],
    ["average", takes > 0 && usage ? count(usage.credits / takes) : undefined],
    [
      "lasts",
      left === null
        ? undefined
        : left > year
          ? t("figures.long")
          : t("figures.days", { count: left, shown: count(left) }),
    ],
  ] as const;
  return (
    <dl className="mt-auto flex flex-wrap gap-x-9 gap-y-2 pt-4.5 max-md:grid max-md:grid-cols-2">
      {figures.map(([key, value]) => (
        <div key={key}>
          <dt className="text-12 font-medium text-ink-3">{t(`figures.${key}`)}</dt>
          <dd className="mt-0.5 text-20 font-semibold tracking-[-.02em] tabular-nums">{value ?? "–"}</dd>
        </div>
      ))}
    </dl>
  );
}
