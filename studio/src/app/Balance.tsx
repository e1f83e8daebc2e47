import { Coins } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Account } from "../api/types";
import { count } from "../ui/format";
import { Popover } from "../ui/Popover";

/** What can be spent; opened, how it comes about. */
export function Balance({ account }: { account: Account }) {
  const { t } = useTranslation();
  const rows = [
    [t("account.owned"), account.balance],
    [t("account.held"), -account.held],
  ] as const;
  const trigger = (
    <button
      type="button"
      data-testid="balance"
      aria-label={t("account.available", { count: account.available })}
      className="inline-flex h-(--h-md) items-center gap-[7px] rounded-full border border-line px-3 font-medium max-md:px-2.5 tabular-nums transition hover:border-line-strong hover:bg-surface-1"
    >
      <Coins size={16} className="text-accent-text" aria-hidden />
      {count(account.available)}
    </button>
  );
  return (
    <Popover trigger={trigger} label={t("account.title")} side="bottom" align="end" className="w-64 tabular-nums">
      <dl>
        {rows.map(([label, value]) => (
          <div key={label} className="flex justify-between py-1.5 text-ink-2">
            <dt>{label}</dt>
            <dd className="font-medium text-ink-1">{count(value)}</dd>
          </div>
        ))}
        <div className="mt-1.5 flex justify-between border-t border-line pt-2.5 font-medium">
          <dt>{t("account.free")}</dt>
          <dd>{t("cr", { count: account.available })}</dd>
        </div>
      </dl>
    </Popover>
  );
}
