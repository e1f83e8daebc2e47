import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { Swatch } from "../../ui/Swatch";
import { decimal } from "../shared/figures";
import { Margin } from "./Margin";
import { plain, type PriceListProps } from "./PriceTable";

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
              <Swatch gradient={model?.gradient ?? plain} />
              <span className="min-w-0 truncate font-medium">{model?.name ?? row.model}</span>
              <span className="ml-auto shrink-0">
                <Margin row={row} />
              </span>
            </div>
            <p className="mt-1 text-12 break-words text-ink-3 tabular-nums">
              {[
                row.mode,
                row.when === "" ? t("any") : row.when,
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
