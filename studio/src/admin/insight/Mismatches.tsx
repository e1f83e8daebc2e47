import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { Pill } from "../../ui/Pill";
import { decimal } from "../shared/figures";
import type { Reconcile } from "../shared/types";

interface MismatchesProps {
  items: Reconcile["items"];
  total: number;
}

/** Where the provider, the catalog and the ledger do not say the same. */
export function Mismatches({ items, total }: MismatchesProps) {
  const { t } = useTranslation("adminInsight");
  const odd = items.filter((item) => item.mismatch != null);
  if (total === 0) {
    return <p className="mt-2 text-ink-2">{t("books.noMismatch")}</p>;
  }
  return (
    <>
      <h3 className="mt-5 mb-1 font-semibold">{t("books.mismatches", { count: total, n: count(total) })}</h3>
      <ul>
        {odd.map((item) => (
          <li key={item.generationId} className="border-b border-line py-2.5 last:border-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              {item.mismatch != null && <Pill tone="warn">{t(`mismatch.${item.mismatch}`)}</Pill>}
              <span className="font-medium">{item.model}</span>
              <span className="min-w-0 truncate font-mono text-12 text-ink-2">{item.generationId}</span>
            </div>
            <p className="mt-1 text-12 text-ink-3 tabular-nums">
              {t("books.sides", {
                charged: item.upstreamCredits == null ? "–" : decimal(item.upstreamCredits),
                expected: decimal(item.expectedUpstreamCredits),
                captured: count(item.captured),
              })}
            </p>
          </li>
        ))}
      </ul>
      {odd.length < total && <p className="mt-2 text-12 text-ink-3">{t("books.restInCsv")}</p>}
    </>
  );
}
