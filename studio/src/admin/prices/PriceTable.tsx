import { useTranslation } from "react-i18next";
import type { Model } from "../../api/types";
import { cx } from "../../ui/cx";
import { modeLabel } from "../../i18n/names";
import { count } from "../../ui/format";

import { Cell, Head, Table } from "../../ui/Table";
import { decimal, dollars } from "../shared/figures";
import type { Sorting } from "../shared/sorting";
import { SortHead } from "../shared/SortHead";
import type { PriceRow } from "../shared/types";
import { caseWords } from "./caseWords";
import { Margin } from "./Margin";
import { kindOf, type PriceColumn } from "./margins";
import { PriceModel } from "./PriceModel";

export interface PriceListProps {
  rows: readonly PriceRow[];
  models: ReadonlyMap<string, Model>;
}

interface PriceTableProps extends PriceListProps {
  sorting: Sorting<PriceColumn>;
  onSort(next: Sorting<PriceColumn>): void;
}

export function PriceTable({ rows, models, sorting, onSort }: PriceTableProps) {
  const { t } = useTranslation("adminPrices");
  const heads = { sorting, onSort };
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <SortHead by="model" label={t("head.model")} {...heads} />
          <Head>{t("head.mode")}</Head>
          <Head>{t("head.when")}</Head>
          <SortHead by="upstream" label={t("head.upstream")} figure {...heads} />
          <SortHead by="retail" label={t("head.retail")} figure {...heads} />
          <Head align="right">{t("head.left")}</Head>
          <SortHead by="margin" label={t("head.margin")} figure {...heads} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const model = models.get(row.model);
          return (
            <tr
              key={`${row.model} ${row.variant} ${modeLabel(row.mode)}`}
              data-testid="price"
              className={cx("hover:bg-surface-1", kindOf(row) === "loss" && "bg-bad-soft")}
            >
              <Cell className="h-10.5">
                <span className="flex items-center gap-2.5">
                  <PriceModel model={model} id={row.model} />
                </span>
              </Cell>
              <Cell className="text-ink-2">{row.mode}</Cell>
              <Cell className="max-w-70 truncate text-ink-2" title={caseWords(row.settings)}>
                {caseWords(row.settings)}
                {row.cases > 1 && <span className="text-ink-3"> · {t("cases", { n: count(row.cases) })}</span>}
              </Cell>
              <Cell align="right">{row.isGuess ? "–" : decimal(row.upstreamCredits)}</Cell>
              <Cell align="right">{count(row.credits)}</Cell>
              <Cell align="right" className={kindOf(row) === "loss" ? "text-bad" : "text-ink-2"}>
                {row.isGuess ? "–" : dollars(row.marginUsd)}
              </Cell>
              <Cell align="right">
                <Margin row={row} />
              </Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
