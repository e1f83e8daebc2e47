import { useTranslation } from "react-i18next";
import { useNow } from "../../ui/now";
import { Panel } from "../../ui/Panel";
import { Head, Table } from "../../ui/Table";
import { ShowMore } from "../../ui/ShowMore";
import { Waiting } from "../../ui/Waiting";
import { LedgerCsv } from "./LedgerCsv";
import { LedgerRow } from "./LedgerRow";
import { useLedger } from "./useLedger";

/** Every change of the account's credits, newest first. */
export function LedgerPanel() {
  const { t } = useTranslation("account");
  const now = useNow(60_000);
  const { pages, lines } = useLedger();
  return (
    <Panel title={t("ledger.title")} tools={<LedgerCsv />}>
      {lines === undefined ? (
        <Waiting query={pages} rows={6} />
      ) : lines.length === 0 ? (
        <p className="py-8 text-center text-ink-2">{t("ledger.none")}</p>
      ) : (
        <div className="-mx-3">
          <Table label={t("ledger.title")}>
            <thead>
              <tr>
                <Head>{t("ledger.entry")}</Head>
                <Head>{t("ledger.for")}</Head>
                <Head className="max-md:hidden">{t("ledger.model")}</Head>
                <Head align="right">{t("ledger.credits")}</Head>
                <Head align="right" className="max-md:hidden">
                  {t("ledger.after")}
                </Head>
                <Head align="right" className="max-md:hidden">
                  {t("ledger.time")}
                </Head>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <LedgerRow key={`${line.at}-${line.kind}-${line.generationId ?? index}`} line={line} now={now} />
              ))}
            </tbody>
          </Table>
          <ShowMore pages={pages} />
        </div>
      )}
    </Panel>
  );
}
