import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { useNow } from "../../ui/now";
import { Panel } from "../../ui/Panel";
import { Cell, Head, Table } from "../../ui/Table";
import { decimal, relative } from "../shared/figures";
import { Loaded } from "../../ui/Loaded";
import { fetchTimes } from "./calls";

/** Milliseconds: with a decimal where they are few. */
const ms = (value: number) => decimal(value, value < 10 ? 1 : 0);

/** How long this server takes to answer, by endpoint, slowest first. */
export function ResponseTimes() {
  const { t } = useTranslation("adminInsight");
  const now = useNow(60_000);
  const times = useQuery({
    queryKey: ["admin", "times"],
    queryFn: ({ signal }) => fetchTimes(signal),
    refetchInterval: 10_000,
  });
  return (
    <Panel
      title={t("times.title")}
      tools={
        times.data !== undefined && (
          <span className="text-12 text-ink-3">
            {t("times.since", { at: relative(Date.parse(times.data.since), now) })}
          </span>
        )
      }
    >
      <Loaded query={times}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-ink-2">{t("times.none")}</p>
          ) : (
            <Table label={t("times.title")}>
              <thead>
                <tr>
                  <Head>{t("times.endpoint")}</Head>
                  <Head align="right">{t("times.calls")}</Head>
                  <Head align="right">{t("times.failures")}</Head>
                  <Head align="right">p50</Head>
                  <Head align="right">p95</Head>
                  <Head align="right">p99</Head>
                  <Head align="right">{t("times.slowest")}</Head>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.endpoint} data-testid="time" className="hover:bg-surface-2">
                    <Cell className="h-9.5 font-mono text-12">{one.endpoint}</Cell>
                    <Cell align="right">{count(one.calls)}</Cell>
                    <Cell align="right" className={one.failures > 0 ? "text-bad" : "text-ink-3"}>
                      {one.failures > 0 ? count(one.failures) : "–"}
                    </Cell>
                    <Cell align="right" className="text-ink-2">
                      {ms(one.p50Ms)}
                    </Cell>
                    <Cell align="right" className="text-ink-2">
                      {ms(one.p95Ms)}
                    </Cell>
                    <Cell align="right">{ms(one.p99Ms)}</Cell>
                    <Cell align="right" className="text-ink-2">
                      {ms(one.slowestMs)}
                    </Cell>
                  </tr>
                ))}
              </tbody>
            </Table>
          )
        }
      </Loaded>
    </Panel>
  );
}
