import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { Panel } from "../../ui/Panel";
import { Segments } from "../../ui/Segments";
import { useTheme } from "../../ui/useTheme";
import { useModelsById } from "../models";
import { Waiting } from "../../ui/Waiting";
import { serverDay } from "../times";
import { SpentByModel } from "./SpentByModel";
import { SpentTable } from "./SpentTable";
import { spentByModel } from "./spent";
import { useUsage } from "./useUsage";

const SpentChart = lazy(() => import("./SpentChart"));
const ranges = ["7", "30", "90"] as const;
const shownModels = 6;

/** What was spent by day and by model; a day under the pointer has its own figures. */
export function SpentPanel() {
  const { t } = useTranslation("account");
  const [range, setRange] = useState<(typeof ranges)[number]>("30");
  const [pointed, setPointed] = useState<number | null>(null);
  const names = useModelsById();
  const theme = useTheme();
  const { days, query } = useUsage(Number(range));
  const items = query.data?.items;
  const named = useMemo(
    () =>
      spentByModel(items ?? [], days, shownModels).map(({ model, credits, takes, daily }) => ({
        model,
        credits,
        takes,
        daily,
        name: model === null ? t("spent.others") : (names.get(model)?.name ?? model),
      })),
    [items, days, names, t],
  );
  const day = pointed === null ? undefined : days[pointed];
  return (
    <Panel
      title={t("spent.title")}
      tools={
        <Segments
          label={t("spent.range")}
          options={ranges.map((value) => ({ value, label: t("spent.days", { count: Number(value) }) }))}
          value={range}
          onChoose={(next) => {
            setPointed(null);
            setRange(next);
          }}
        />
      }
    >
      {query.data === undefined ? (
        <Waiting query={query} rows={5} />
      ) : named.length === 0 ? (
        <p className="py-8 text-center text-ink-2">{t("spent.none")}</p>
      ) : (
        <>
          <p className="mb-3 text-ink-2 tabular-nums">
            {day === undefined
              ? t("spent.inAll", { credits: count(query.data.credits) })
              : t("spent.onDay", {
                  day: serverDay(day),
                  credits: count(named.reduce((sum, one) => sum + (one.daily[pointed ?? 0] ?? 0), 0)),
                })}
          </p>
          <Suspense fallback={<div aria-busy className="h-47.5" />}>
            <SpentChart key={theme} days={days} models={named} onPoint={setPointed} />
          </Suspense>
          <SpentTable days={days} models={named} />
          <SpentByModel models={named} day={pointed} />
        </>
      )}
    </Panel>
  );
}
