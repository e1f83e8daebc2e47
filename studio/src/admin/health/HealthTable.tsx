import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { ago, clock } from "../../ui/format";
import { useNow } from "../../ui/now";
import { Cell, Head, Table } from "../../ui/Table";
import { percent } from "../shared/figures";
import { CellPill } from "./CellPill";
import { columns, modeCell, worstCell } from "./cells";
import { ModelName } from "./ModelName";
import { rateLook } from "./rateLook";
import type { HealthRow } from "./standing";

export interface HealthListProps {
  rows: readonly HealthRow[];
  probing: ReadonlySet<string>;
  onOpen(row: HealthRow): void;
  onProbe(row: HealthRow): void;
}

export function HealthTable({ rows, probing, onOpen, onProbe }: HealthListProps) {
  const { t } = useTranslation("adminHealth");
  const now = useNow(60_000);
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Head>{t("head.model")}</Head>
          {columns.map(({ key }) => (
            <Head key={key} align="center">
              {t(`head.${key}`)}
            </Head>
          ))}
          <Head>{t("head.lastProbe")}</Head>
          <Head align="right">{t("head.day")}</Head>
          <Head align="right">{t("head.typical")}</Head>
          <Head>
            <span className="sr-only">{t("probe")}</span>
          </Head>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const health = row.model?.health;
          const busy = probing.has(row.id);
          return (
            <tr key={row.id} data-testid="health-row" data-model={row.id} className="hover:bg-surface-1">
              <Cell>
                <ModelName row={row} onOpen={() => onOpen(row)} />
              </Cell>
              {row.model === null ? (
                <Cell colSpan={columns.length} align="center">
                  <span className="inline-flex items-center gap-2.5">
                    <CellPill cell={worstCell(row)} probing={busy} />
                    <span className="text-12 text-ink-3">{t("hidden")}</span>
                  </span>
                </Cell>
              ) : (
                columns.map(({ key, modes }) => (
                  <Cell key={key} align="center">
                    <CellPill cell={modeCell(row, modes)} probing={busy} />
                  </Cell>
                ))
              )}
              <Cell className="text-ink-2">
                {health?.lastProbe == null ? "–" : ago(Date.parse(health.lastProbe.at), now)}
              </Cell>
              <Cell align="right" className={rateLook(health)}>
                {health?.successRate == null ? "–" : percent(health.successRate)}
              </Cell>
              <Cell align="right">{health?.p50Seconds == null ? "–" : clock(health.p50Seconds)}</Cell>
              <Cell align="right">
                <Button
                  kind="ghost"
                  size="sm"
                  disabled={busy}
                  aria-label={t("probeOf", { name: row.name })}
                  onClick={() => onProbe(row)}
                >
                  {busy ? t("probing") : t("probe")}
                </Button>
              </Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
