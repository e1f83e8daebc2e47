import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import type { AccountEntry } from "../shared/types";
import { sums } from "./credits";

function Total({ name, value, unit }: { name: string; value: string; unit: string }) {
  return (
    <div className="border-l border-line px-5 py-4 first:border-0 max-md:border-0 max-md:px-4 max-md:py-3">
      <dt className="text-12 text-ink-3">{name}</dt>
      <dd className="mt-0.5 flex flex-wrap items-baseline gap-x-2 text-26 leading-tight font-semibold tracking-[-.02em] tabular-nums max-md:text-20">
        {value}
        <span className="text-12 font-normal tracking-normal text-ink-3">{unit}</span>
      </dd>
    </div>
  );
}

/** What all accounts come to. Only for when all are known. */
export function AccountTotals({ accounts }: { accounts: readonly AccountEntry[] }) {
  const { t } = useTranslation("adminAccounts");
  const all = sums(accounts);
  return (
    <dl className="mb-5 grid grid-cols-4 rounded-lg bg-surface-1 max-md:grid-cols-2">
      <Total
        name={t("totals.accounts")}
        value={count(accounts.length)}
        unit={t("totals.active", { n: count(all.activeToday) })}
      />
      <Total name={t("totals.balance")} value={count(all.balance)} unit={t("totals.cr")} />
      <Total name={t("totals.held")} value={count(all.held)} unit={t("totals.cr")} />
      <Total name={t("totals.today")} value={count(all.today)} unit="" />
    </dl>
  );
}
