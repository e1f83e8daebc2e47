import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DiagnosticReport } from "../shared/types";

const icons = {
  ok: <CircleCheck size={16} className="mt-px text-ok" aria-hidden />,
  warning: <TriangleAlert size={16} className="mt-px text-warn" aria-hidden />,
  failed: <CircleX size={16} className="mt-px text-bad" aria-hidden />,
};

function Sentences({ title, all }: { title: string; all: readonly string[] }) {
  return all.length === 0 ? null : (
    <section className="min-w-0">
      <h3 className="mb-2 font-semibold">{title}</h3>
      <ul className="grid gap-1.5 leading-body text-ink-2">
        {all.map((sentence) => (
          <li key={sentence} className="break-words">
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the report says besides the models: the accounts, what to do, what is new. In the server's words. */
export function ReportNotes({ report }: { report: DiagnosticReport }) {
  const { t } = useTranslation("adminHealth");
  return (
    <div className="mt-6 grid grid-cols-2 gap-x-8 gap-y-6 rounded-lg bg-surface-1 p-5 max-md:grid-cols-1 max-md:p-4">
      <section className="min-w-0">
        <h3 className="mb-2 font-semibold">{t("notes.checks")}</h3>
        <ul className="grid gap-1.5 text-ink-2">
          {report.checks.map((check) => (
            <li key={`${check.subject} ${check.name}`} className="flex min-w-0 items-start gap-2">
              {icons[check.result]}
              <span className="sr-only">{t(`check.${check.result}`)}</span>
              <span className="min-w-0 break-words">
                <span className="font-medium text-ink-1">{check.subject}</span> {check.detail}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Sentences title={t("notes.actions")} all={report.actions} />
      <Sentences title={t("notes.changes")} all={report.changes} />
      <Sentences title={t("notes.findings")} all={report.findings} />
    </div>
  );
}
