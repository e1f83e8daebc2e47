import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { Meter } from "../../ui/Meter";
import { Cell, Head, Table } from "../../ui/Table";
import type { AccountEntry } from "../shared/types";
import { AccountActions, type AccountDialog } from "./AccountActions";
import { AccountFace } from "./AccountFace";
import { RolePill } from "./RolePill";
import { Seen } from "./Seen";

export interface AccountListProps {
  accounts: readonly AccountEntry[];
  mayEnd(account: AccountEntry): boolean;
  onOpen(account: AccountEntry, dialog: AccountDialog): void;
}

/** Of how much an account may do today it has done so much. */
function Used({ account }: { account: AccountEntry }) {
  const { t } = useTranslation("adminAccounts");
  const { today, dailyGenerations: most } = account.limits;
  return most == null ? (
    <>{count(today)}</>
  ) : (
    <span className="flex items-center gap-3">
      <Meter label={t("head.today")} value={today} most={most} className="min-w-16 flex-1" />
      <span className="text-ink-3">{t("of", { value: count(today), most: count(most) })}</span>
    </span>
  );
}

export function AccountTable({ accounts, mayEnd, onOpen }: AccountListProps) {
  const { t } = useTranslation("adminAccounts");
  return (
    <Table label={t("title")}>
      <thead>
        <tr>
          <Head>{t("head.account")}</Head>
          <Head>{t("head.role")}</Head>
          <Head align="right">{t("head.balance")}</Head>
          <Head align="right">{t("head.held")}</Head>
          <Head align="right">{t("head.atOnce")}</Head>
          <Head className="w-48">{t("head.today")}</Head>
          <Head align="right">{t("head.seen")}</Head>
          <Head>
            <span className="sr-only">{t("head.actions")}</span>
          </Head>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => {
          const { atProviders, maxConcurrent } = account.limits;
          return (
            <tr key={account.id} data-testid="account" data-account={account.id} className="hover:bg-surface-1">
              <Cell className="max-w-90 py-2">
                <AccountFace account={account} />
              </Cell>
              <Cell>
                <RolePill account={account} />
              </Cell>
              <Cell align="right" className={account.available <= 0 ? "font-medium text-warn" : "font-medium"}>
                {count(account.balance)}
              </Cell>
              <Cell align="right" className="text-ink-2">
                {account.held === 0 ? "–" : count(account.held)}
              </Cell>
              <Cell align="right" className="text-ink-2">
                {maxConcurrent == null
                  ? count(atProviders)
                  : t("of", { value: count(atProviders), most: count(maxConcurrent) })}
              </Cell>
              <Cell className="text-ink-2">
                <Used account={account} />
              </Cell>
              <Cell align="right" className="text-ink-3">
                <Seen account={account} />
              </Cell>
              <Cell align="right">
                <AccountActions
                  account={account}
                  mayEnd={mayEnd(account)}
                  onOpen={(dialog) => onOpen(account, dialog)}
                />
              </Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
