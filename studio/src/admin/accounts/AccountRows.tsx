import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { AccountActions } from "./AccountActions";
import { AccountFace } from "./AccountFace";
import type { AccountListProps } from "./AccountTable";

/** The table's rows on a phone. */
export function AccountRows({ accounts, mayEnd, onOpen }: AccountListProps) {
  const { t } = useTranslation("adminAccounts");
  return (
    <ul>
      {accounts.map((account) => (
        <li
          key={account.id}
          data-testid="account"
          data-account={account.id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2.5"
        >
          <div className="min-w-40 flex-1">
            <AccountFace
              account={account}
              note={[
                account.active ? t(`role.${account.role}`) : t("inactive"),
                t("heldShort", { n: count(account.held) }),
                t("todayShort", { n: count(account.limits.today) }),
              ].join(" · ")}
            />
          </div>
          <span className="ml-auto flex items-center gap-3">
            <span className={`font-medium tabular-nums ${account.available <= 0 ? "text-warn" : ""}`}>
              {count(account.balance)}
            </span>
            <AccountActions account={account} mayEnd={mayEnd(account)} onOpen={(dialog) => onOpen(account, dialog)} />
          </span>
        </li>
      ))}
    </ul>
  );
}
