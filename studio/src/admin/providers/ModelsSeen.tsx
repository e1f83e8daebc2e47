import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { Dot } from "../../ui/Dot";
import { count } from "../../ui/format";
import type { DiagnosticRow, ProviderAccount } from "../shared/types";
import { modelsOf } from "./standing";

const most = 4;

/** How many of an account's models worked in the last full pass, and the first that did not. */
export function ModelsSeen({ account, rows }: { account: ProviderAccount; rows: readonly DiagnosticRow[] }) {
  const { t } = useTranslation("adminProviders");
  const { total, working, trouble } = modelsOf(account, rows);
  if (total === 0) {
    return null;
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Link
        href="/admin/health"
        className="inline-flex min-h-6.5 items-center gap-1.5 rounded-[7px] bg-surface-3 px-2.25 text-12 font-medium tabular-nums hover:bg-surface-4 max-md:min-h-11"
      >
        <Dot tone={trouble.length === 0 ? "ok" : "warn"} />
        {t("models", { working: count(working), total: count(total) })}
      </Link>
      {trouble.slice(0, most).map((row) => (
        <span
          key={`${row.endpoint} ${row.wireModel}`}
          title={row.error ?? undefined}
          className="inline-flex min-h-6.5 min-w-0 items-center gap-1.5 rounded-[7px] bg-surface-3 px-2.25 text-12 font-medium"
        >
          <Dot tone="bad" />
          <span className="truncate">{t("trouble", { model: row.wireModel, state: t(`seen.${row.status}`) })}</span>
        </span>
      ))}
      {trouble.length > most && (
        <span className="self-center text-12 text-ink-3">{t("andMore", { n: count(trouble.length - most) })}</span>
      )}
    </div>
  );
}
