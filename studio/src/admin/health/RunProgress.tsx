import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import type { DiagnosticRun } from "../shared/types";

/** How far the report in the making is; why there is none, when it failed. */
export function RunProgress({ run }: { run: DiagnosticRun | null }) {
  const { t } = useTranslation("adminHealth");
  if (run?.state === "failed") {
    return (
      <p role="alert" className="mb-4 text-bad">
        {t("runFailed", { reason: run.fault ?? "" })}
      </p>
    );
  }
  if (run?.state !== "running") {
    return null;
  }
  const part = run.total === 0 ? 0 : run.done / run.total;
  return (
    <div className="mb-5 rounded-lg bg-surface-1 px-5 py-4" data-testid="health-run">
      <p className="mb-2 flex gap-3 text-ink-2 tabular-nums">
        {t("running")}
        {run.total > 0 && (
          <span className="ml-auto">{t("runOf", { done: count(run.done), total: count(run.total) })}</span>
        )}
      </p>
      <div
        role="progressbar"
        aria-label={t("running")}
        aria-valuemin={0}
        aria-valuemax={run.total}
        aria-valuenow={run.done}
        className="h-1 overflow-hidden rounded-full bg-surface-3"
      >
        <div className="h-full bg-mark transition-[width] duration-(--d-4)" style={{ width: `${part * 100}%` }} />
      </div>
    </div>
  );
}
