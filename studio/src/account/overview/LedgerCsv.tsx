import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { saveText } from "../../ui/saveText";
import { Fault } from "../../ui/Fault";
import { fetchLedger, type LedgerEntry } from "./calls";
import { toCsv } from "./ledger";

const pageSize = 100;

/** Reads the whole ledger and gives it to the browser as a file. */
export function LedgerCsv() {
  const { t } = useTranslation("account");
  const { mutate, isPending, error } = useMutation({
    mutationFn: fetchWhole,
    onSuccess: (entries) => saveText(toCsv(entries), "kinora-ledger.csv", "text/csv;charset=utf-8"),
  });
  return (
    <>
      <Fault id="csv-fault" error={error} reading />
      <Button
        kind="ghost"
        size="sm"
        className="max-md:h-11"
        busy={isPending}
        disabled={isPending}
        icon={<Download size={14} aria-hidden />}
        onClick={() => mutate()}
      >
        {t("ledger.csv")}
      </Button>
    </>
  );
}

async function fetchWhole(): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await fetchLedger(cursor, pageSize);
    entries.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return entries;
}
