import { useTranslation } from "react-i18next";
import type { GenerateGroup } from "../groups/types";
import type { GroupState } from "../groups/useGroup";
import { Cell, Head, Table } from "../ui/Table";
import { ModelCell } from "./ModelCell";
import { PriceCell } from "./PriceCell";
import { PromptCell } from "./PromptCell";
import { RowMenu } from "./RowMenu";
import { RowReason } from "./RowReason";
import type { BatchRow } from "./rows";
import { SettingsCell } from "./SettingsCell";
import { StateCell } from "./StateCell";
import { Thumb } from "./Thumb";
import { useRow } from "./useRow";

export interface BatchRowsProps {
  rows: readonly BatchRow[];
  change: GroupState["change"];
  sending: boolean;
  onSend(body: GenerateGroup): void;
}

export function BatchTable({ rows, ...rest }: BatchRowsProps) {
  const { t } = useTranslation("batch");
  return (
    <Table label={t("table.label")}>
      <thead>
        <tr>
          <Head className="w-10">#</Head>
          <Head className="w-20">{t("table.take")}</Head>
          <Head>{t("table.prompt")}</Head>
          <Head>{t("table.model")}</Head>
          <Head>{t("table.settings")}</Head>
          <Head align="right">{t("table.price")}</Head>
          <Head>{t("table.state")}</Head>
          <Head className="relative">
            <span className="sr-only">{t("table.more")}</span>
          </Head>
        </tr>
      </thead>
      <tbody>
        {rows.map((line) => (
          <Line key={line.item.id} line={line} {...rest} />
        ))}
      </tbody>
    </Table>
  );
}

function Line({ line, change, sending, onSend }: Omit<BatchRowsProps, "rows"> & { line: BatchRow }) {
  const { item, place } = line;
  const row = useRow(item, change);
  return (
    <tr data-testid="batch-row" data-status={item.status} data-take={row.take?.id} className="hover:bg-surface-1">
      <Cell className="text-ink-3">{place}</Cell>
      <Cell>
        <Thumb item={item} row={row} />
      </Cell>
      <Cell className="w-[34%] max-w-0 min-w-60">
        <PromptCell prompt={item.request.prompt ?? ""} row={row} />
      </Cell>
      <Cell className="max-w-52 min-w-44">
        <ModelCell name={item.request.model} row={row} />
      </Cell>
      <Cell>
        <SettingsCell request={item.request} row={row} />
      </Cell>
      <Cell align="right">
        <PriceCell item={item} row={row} />
      </Cell>
      <Cell className="w-[34%] max-w-0 min-w-60">
        <span className="flex items-center gap-2">
          <StateCell line={line} row={row} />
          <RowReason line={line} row={row} />
        </span>
      </Cell>
      <Cell align="right">
        <RowMenu item={item} place={place} row={row} sending={sending} onSend={onSend} />
      </Cell>
    </tr>
  );
}
