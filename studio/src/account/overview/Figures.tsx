import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { useUsage } from "./useUsage";

const month = 30;

/** Three figures of the last 30 days. */
export function Figures({ available }: { available: number }) {
  const { t } = useTranslation("account");
  const { query } = useUsage(month);
  const usage = query.data;
  const takes = usage?.items.reduce((total, item) => total + item.count, 0) ?? 0;
  const figures = [
    ["spent", usage && count(usage.credits)],
    ["average", takes > 0 && usage ? count(usage.credits / takes) : undefined],
    ["lasts", usage && usage.credits > 0 ? t("figures.days", lasting(available, usage.credits)) : undefined],
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

function lasting(available: number, spent: number): { count: number; shown: string } {
  const days = Math.max(0, Math.floor(available / (spent / month)));
  return { count: days, shown: count(days) };
}
