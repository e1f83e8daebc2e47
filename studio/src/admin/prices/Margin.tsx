import { TrendingDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { percent } from "../shared/figures";
import type { PriceRow } from "../shared/types";
import { kindOf, marginOf } from "./margins";

const looks = { loss: "text-bad", unknown: "text-ink-3", equal: "text-ink-2", gain: "text-ok" };

/** What is left of a price, in words where nobody knows. */
export function Margin({ row }: { row: PriceRow }) {
  const { t } = useTranslation("adminPrices");
  const kind = kindOf(row);
  const part = marginOf(row);
  return (
    <span className={`inline-flex items-center gap-1.5 font-medium tabular-nums ${looks[kind]}`}>
      {kind === "loss" && (
        <>
          <TrendingDown size={16} aria-hidden />
          <span className="sr-only">{t("kind.loss")}:</span>
        </>
      )}
      {kind === "unknown" || part === null ? t("unknown") : percent(part).replace("-", "−")}
    </span>
  );
}
