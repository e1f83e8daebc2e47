import { useTranslation } from "react-i18next";
import { modeLabel } from "../../i18n/names";
import { count } from "../../ui/format";
import { caseWords } from "./caseWords";
import { decimal } from "../shared/figures";
import { Margin } from "./Margin";
import { PriceModel } from "./PriceModel";
import type { PriceListProps } from "./PriceTable";

/** The table's rows on a phone. */
export function PriceRows({ rows, models }: PriceListProps) {
  const { t } = useTranslation("adminPrices");
  return (
    <ul>
      {rows.map((row) => {
        const model = models.get(row.model);
        return (
          <li
            key={`${row.model} ${row.variant} ${row.mode}`}
            data-testid="price"
            className="border-b border-line py-2.5"
          >
            <div className="flex min-w-0 items-center gap-2.5">
              <PriceModel model={model} id={row.model} />
              <span className="ml-auto shrink-0">
                <Margin row={row} />
              </span>
            </div>
            <p className="mt-1 text-12 break-words text-ink-3 tabular-nums">
              {[
                modeLabel(row.mode),
                caseWords(row.settings),
                row.isGuess ? null : t("upstreamShort", { n: decimal(row.upstreamCredits) }),
                t("retailShort", { n: count(row.credits) }),
              ]
                .filter((part) => part !== null)
                .join(" · ")}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
