import type { BatchRowsProps } from "./BatchTable";
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

/** The rows on a phone. */
export function BatchList({ rows, ...rest }: BatchRowsProps) {
  return (
    <ul>
      {rows.map((line) => (
        <Line key={line.item.id} line={line} {...rest} />
      ))}
    </ul>
  );
}

function Line({ line, change, sending, onSend }: Omit<BatchRowsProps, "rows"> & { line: BatchRow }) {
  const { item, place } = line;
  const row = useRow(item, change);
  return (
    <li
      data-testid="batch-row"
      data-status={item.status}
      data-take={row.take?.id}
      className="flex gap-3 border-b border-line py-2.5"
    >
      <span className="mt-1.5">
        <Thumb item={item} row={row} />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <PromptCell prompt={item.request.prompt ?? ""} row={row} />
          </div>
          <RowMenu item={item} place={place} row={row} sending={sending} onSend={onSend} />
        </div>
        <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-3 tabular-nums">
          <ModelCell name={item.request.model} row={row} />
          <SettingsCell request={item.request} row={row} />
          <PriceCell item={item} row={row} />
          <span className="ml-auto flex items-center gap-2">
            <StateCell line={line} row={row} />
          </span>
        </div>
        <p className="mt-1.5 empty:hidden">
          <RowReason line={line} row={row} />
        </p>
      </div>
    </li>
  );
}
