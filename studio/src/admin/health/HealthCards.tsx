import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { clock } from "../../ui/format";
import { percent } from "../shared/figures";
import { CellPill } from "./CellPill";
import { worstCell } from "./cells";
import type { HealthListProps } from "./HealthTable";
import { ModelName } from "./ModelName";
import { rateLook } from "./rateLook";

/** The table's rows on a phone. */
export function HealthCards({ rows, probing, onOpen, onProbe }: HealthListProps) {
  const { t } = useTranslation("adminHealth");
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {rows.map((row) => {
        const health = row.model?.health;
        const busy = probing.has(row.id);
        return (
          <li key={row.id} data-testid="health-row" data-model={row.id} className="rounded-lg bg-surface-1 px-3.5 py-2">
            <div className="flex items-center gap-3">
              <ModelName row={row} onOpen={() => onOpen(row)} />
              <span className={`ml-auto shrink-0 tabular-nums ${rateLook(health)}`}>
                {health?.successRate != null && percent(health.successRate)}
              </span>
            </div>
            <div className="flex items-center gap-3">
              <CellPill cell={worstCell(row)} probing={busy} />
              {health?.p50Seconds != null && (
                <span className="text-12 text-ink-3 tabular-nums">
                  {t("typical", { time: clock(health.p50Seconds) })}
                </span>
              )}
              <Button
                kind="ghost"
                className="ml-auto h-11"
                disabled={busy}
                aria-label={t("probeOf", { name: row.name })}
                onClick={() => onProbe(row)}
              >
                {busy ? t("probing") : t("probe")}
              </Button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
