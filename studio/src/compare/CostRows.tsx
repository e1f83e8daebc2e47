import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import type { Quotes } from "../groups/types";
import { cx } from "../ui/cx";
import { count } from "../ui/format";

interface CostRowsProps {
  models: readonly Model[];
  quotes: Quotes | undefined;
  available: number;
}

/** What the total is made of, and what there is to pay it from. */
export function CostRows({ models, quotes, available }: CostRowsProps) {
  const { t } = useTranslation("compare");
  if (quotes === undefined || quotes.items.length !== models.length) {
    return null;
  }
  const short = quotes.lacking > 0;
  return (
    <dl className="mt-4 rounded-lg bg-surface-1 px-5 py-4.5 text-ink-2 tabular-nums" data-testid="cost-rows">
      {models.map(({ id, name }, index) => {
        const quote = quotes.items[index]?.quote;
        const made = quote?.lines.map(({ label }) => label).join(", ") ?? "";
        return (
          <div key={id} className="flex justify-between gap-4 py-1.5">
            <dt className="min-w-0">{made === "" ? name : `${name}, ${made}`}</dt>
            <dd className="font-medium text-ink-1">{quote === undefined ? "–" : count(quote.credits)}</dd>
          </div>
        );
      })}
      <div className="mt-1.5 flex justify-between gap-4 border-t border-line pt-2.5 font-medium text-ink-1">
        <dt>{t("heldNow")}</dt>
        <dd className={cx("text-right", short && "text-bad")}>
          {short
            ? t("short", { missing: count(quotes.lacking) })
            : t("ofAvailable", { credits: count(quotes.credits), available: count(available) })}
        </dd>
      </div>
    </dl>
  );
}
