import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../ui/now";
import { relative } from "../shared/figures";
import type { DiagnosticRow, ProviderAccount } from "../shared/types";
import { ModelsSeen } from "./ModelsSeen";
import { ProviderActions } from "./ProviderActions";
import { ProviderFigures } from "./ProviderFigures";
import { ProviderIcon } from "./ProviderIcon";
import { StatePill } from "./StatePill";
import { lookOf } from "./standing";

interface ProviderCardProps {
  account: ProviderAccount;
  rows: readonly DiagnosticRow[];
  onChange(): void;
  onRemove(): void;
}

/** An account at a provider: how it stands, what it has left, what it is held to. */
export function ProviderCard({ account, rows, onChange, onRemove }: ProviderCardProps) {
  const { t } = useTranslation("adminProviders");
  const now = useNow(10_000);
  const look = lookOf(account);
  return (
    <section
      aria-label={account.id}
      data-testid="provider"
      data-provider={account.id}
      className="flex min-w-0 flex-col gap-3.5 rounded-lg bg-surface-1 px-5 py-4.5 max-md:p-3.5"
    >
      <div className="flex flex-wrap items-center gap-3">
        <ProviderIcon provider={account.provider} />
        <div className="min-w-0 flex-1">
          <h3 className="truncate text-16 font-semibold tracking-[-.01em]">{account.id}</h3>
          <p className="truncate text-ink-3">{new URL(account.baseUrl).host}</p>
        </div>
        <StatePill look={look} />
      </div>
      {account.reason != null && (
        <p className="leading-body break-words text-ink-2">
          {account.reason}
          {account.since != null && (
            <span className="text-ink-3"> {t("since", { at: relative(Date.parse(account.since), now) })}</span>
          )}
        </p>
      )}
      {look === "locked" && <p className="leading-body text-ink-2">{t("lockedHint")}</p>}
      <ProviderFigures account={account} />
      <ul>
        {account.keys.map((key, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two keys may end alike
          <li key={index} className="flex min-h-9.5 items-center gap-2.5 border-t border-line">
            <KeyRound size={16} className="text-ink-3" aria-hidden />
            <span className="font-mono text-12 text-ink-2">
              <span className="sr-only">{t("keyEndsIn")}</span>
              <span aria-hidden>…</span>
              {key}
            </span>
          </li>
        ))}
        {account.keys.length === 0 && (
          <li className="flex min-h-9.5 items-center border-t border-line text-ink-3">{t("noKeys")}</li>
        )}
      </ul>
      <ModelsSeen account={account} rows={rows} />
      <ProviderActions account={account} onChange={onChange} onRemove={onRemove} />
    </section>
  );
}
