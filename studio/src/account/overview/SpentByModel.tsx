import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { colourOf } from "./colours";
import type { NamedSpent } from "./spent";

/** The chart's legend: what each model cost, on one day where one is pointed at. */
export function SpentByModel({ models, day }: { models: readonly NamedSpent[]; day: number | null }) {
  const { t } = useTranslation("account");
  return (
    <ul className="mt-4 grid grid-cols-3 gap-x-8 gap-y-2 tabular-nums max-xl:grid-cols-2 max-md:grid-cols-1">
      {models.map(({ model, name, credits, takes, daily }, index) => (
        <li key={model ?? "others"} className="flex min-w-0 items-center gap-2">
          <span
            aria-hidden
            className="size-2.25 shrink-0 rounded-[2px]"
            style={{ background: `var(${colourOf(index)})` }}
          />
          <span className="truncate">{name}</span>
          {day === null && <span className="shrink-0 text-12 text-ink-3">{t("spent.takes", { count: takes })}</span>}
          <span className="ml-auto shrink-0 text-ink-2">
            {t("credits", { credits: count(day === null ? credits : (daily[day] ?? 0)) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
