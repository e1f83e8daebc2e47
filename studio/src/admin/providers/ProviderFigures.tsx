import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { Meter } from "../../ui/Meter";
import { decimal, dollars } from "../shared/figures";
import type { ProviderAccount } from "../shared/types";

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <span>
      <span className="text-ink-3">{name}</span> {value}
    </span>
  );
}

function Limit({ label, told, value, most }: { label: string; told: string; value: number; most: number }) {
  return (
    <div className="min-w-40 flex-1">
      <p className="mb-1.5 flex gap-3 text-12 text-ink-3">
        {label}
        <span className="ml-auto">{told}</span>
      </p>
      <Meter label={label} value={value} most={most} />
    </div>
  );
}

/** What an account has left and what it is held to. */
export function ProviderFigures({ account }: { account: ProviderAccount }) {
  const { t } = useTranslation(["adminProviders", "admin"]);
  const { balance, dailyUsd, maxConcurrent, running, spentUsd, submissions, reads } = account;
  const budget = (calls: number, seconds: number) => t("budget", { calls: count(calls), seconds: count(seconds) });
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-7 gap-y-3 tabular-nums">
        <div>
          <p className="text-12 text-ink-3">{balance == null ? t("running") : t("balance")}</p>
          <p className="mt-0.5 text-26 leading-tight font-semibold tracking-[-.02em]">
            {balance == null ? count(running) : t("admin:cr", { n: decimal(balance) })}
          </p>
        </div>
        {dailyUsd != null && (
          <Limit
            label={t("spentToday")}
            told={t("of", { value: dollars(spentUsd), most: dollars(dailyUsd) })}
            value={spentUsd}
            most={dailyUsd}
          />
        )}
        {maxConcurrent != null && (
          <Limit
            label={t("atOnce")}
            told={t("of", { value: count(running), most: count(maxConcurrent) })}
            value={running}
            most={maxConcurrent}
          />
        )}
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-1.5 tabular-nums">
        {balance != null && <Fact name={t("running")} value={count(running)} />}
        <Fact name={t("weight")} value={decimal(account.weight, 2)} />
        {account.lowBalance > 0 && <Fact name={t("floor")} value={t("admin:cr", { n: decimal(account.lowBalance) })} />}
        <Fact
          name={t("submissions")}
          value={submissions == null ? t("usual") : budget(submissions.calls, submissions.seconds)}
        />
        <Fact name={t("reads")} value={reads == null ? t("usual") : budget(reads.calls, reads.seconds)} />
        {account.provider === "replicate" && (
          <Fact name={t("callbacks")} value={account.hasWebhookSecret ? t("signed") : t("byToken")} />
        )}
      </div>
    </>
  );
}
