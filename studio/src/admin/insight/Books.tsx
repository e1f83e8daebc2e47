import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CircleCheck, Download, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { serverNow } from "../../api/clock";
import { count } from "../../ui/format";
import { Panel } from "../../ui/Panel";
import { Segments } from "../../ui/Segments";
import { decimal, dollars } from "../shared/figures";
import { Loaded } from "../../ui/Loaded";
import { fetchReconcile } from "./calls";
import { Mismatches } from "./Mismatches";
import { daysBefore } from "./queue";

const spans = ["7", "30", "90"] as const;

function Sum({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-12 text-ink-3">{name}</dt>
      <dd className="mt-0.5 text-16 font-semibold tabular-nums">{value}</dd>
    </div>
  );
}

/** What providers say they charged beside what was captured, and whether the ledger adds up. */
export function Books() {
  const { t } = useTranslation("adminInsight");
  const [days, setDays] = useState<(typeof spans)[number]>("30");
  const from = daysBefore(serverNow(), Number(days));
  const books = useQuery({
    queryKey: ["admin", "reconcile", from],
    queryFn: ({ signal }) => fetchReconcile(from, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel
      title={t("books.title")}
      tools={
        <>
          <Segments<(typeof spans)[number]>
            className="max-md:[&>button]:h-11"
            label={t("books.span")}
            value={days}
            options={spans.map((one) => ({ value: one, label: t("books.days", { count: Number(one) }) }))}
            onChoose={setDays}
          />
          <a
            href={`/api/admin/reconcile?format=csv&from=${from}`}
            download="kinora-books.csv"
            className="inline-flex h-(--h-md) items-center gap-2 rounded-sm px-3 font-medium text-ink-2 hover:bg-surface-3 hover:text-ink-1 max-md:h-11"
          >
            <Download size={16} aria-hidden />
            CSV
          </a>
        </>
      }
    >
      <Loaded query={books}>
        {(found) => {
          const { totals, accountFaults, generationFaults } = found;
          const faults = accountFaults.length + generationFaults.length;
          return (
            <>
              <dl className="grid grid-cols-5 gap-4 max-xl:grid-cols-3 max-md:grid-cols-2">
                <Sum name={t("books.ended")} value={count(totals.generations)} />
                <Sum name={t("books.succeeded")} value={count(totals.succeeded)} />
                <Sum name={t("books.charged")} value={decimal(totals.upstreamCredits)} />
                <Sum name={t("books.captured")} value={count(totals.captured)} />
                <Sum name={t("books.left")} value={dollars(totals.marginUsd)} />
              </dl>
              {totals.unknown > 0 && (
                <p className="mt-3 text-12 text-ink-3">
                  {t("books.unknown", { count: totals.unknown, n: count(totals.unknown) })}
                </p>
              )}
              <p className={`mt-4 flex items-start gap-2 ${faults === 0 ? "text-ink-2" : "text-bad"}`}>
                {faults === 0 ? (
                  <CircleCheck size={16} className="mt-px text-ok" aria-hidden />
                ) : (
                  <TriangleAlert size={16} className="mt-px" aria-hidden />
                )}
                {faults === 0
                  ? t("books.sound")
                  : t("books.faults", {
                      ids: [
                        ...accountFaults.map((one) => one.accountId),
                        ...generationFaults.map((one) => one.generationId),
                      ].join(", "),
                    })}
              </p>
              <Mismatches items={found.items} total={totals.mismatches} />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
