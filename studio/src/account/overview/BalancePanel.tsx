import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useAccount } from "../../app/account";
import { count } from "../../ui/format";
import { Panel } from "../../ui/Panel";
import { Figures } from "./Figures";
import { Limits } from "./Limits";

/** What can be spent, what is held, and how long it lasts. */
export function BalancePanel() {
  const { t } = useTranslation("account");
  const account = useAccount();
  const part = (credits: number) => `${account.balance > 0 ? (Math.max(0, credits) / account.balance) * 100 : 0}%`;
  return (
    <Panel
      title={t("balance.available")}
      className="flex flex-col"
      tools={
        account.role === "admin" && (
          <Link
            href="/admin/accounts"
            className="inline-flex h-(--h-sm) items-center gap-2 rounded-[7px] bg-surface-3 px-2.5 text-12 font-medium hover:bg-surface-4 max-md:h-11"
          >
            <Plus size={14} aria-hidden />
            {t("balance.add")}
          </Link>
        )
      }
    >
      <p className="-mt-1 mb-3.5 flex flex-wrap items-baseline gap-x-2.5">
        <span
          data-testid="available"
          className="text-[52px] leading-[1.1] font-semibold tracking-[-.035em] tabular-nums max-md:text-44"
        >
          {count(account.available)}
        </span>
        <span className="text-16 text-ink-2">{t("balance.credits", { count: account.available })}</span>
      </p>
      <div aria-hidden className="flex h-2 overflow-hidden rounded-full bg-surface-3">
        <i className="bg-accent" style={{ width: part(account.available) }} />
        <i
          className="bg-[repeating-linear-gradient(115deg,var(--accent)_0_3px,transparent_3px_6px)]"
          style={{ width: part(account.held) }}
        />
      </div>
      <p className="mt-3 text-ink-2 tabular-nums">
        {account.held === 0
          ? t("balance.free")
          : t("balance.held", { held: count(account.held), balance: count(account.balance) })}
      </p>
      <Limits limits={account.limits} />
      <Figures available={account.available} />
    </Panel>
  );
}
