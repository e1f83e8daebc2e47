import { Download, Zap } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { count, span } from "../../ui/format";
import { useNarrow } from "../../ui/media";
import { useNow } from "../../ui/now";
import { AdminPage } from "../shared/AdminPage";
import { Fault } from "../../ui/Fault";
import { moment } from "../shared/figures";
import { Lead } from "../shared/Lead";
import { Loaded } from "../../ui/Loaded";
import { ToolButton } from "../shared/ToolButton";
import { HealthCards } from "./HealthCards";
import { HealthFilters } from "./HealthFilters";
import { HealthTable } from "./HealthTable";
import { ModelDrawer } from "./ModelDrawer";
import { ReportNotes } from "./ReportNotes";
import { RunProgress } from "./RunProgress";
import { matches, type Standing } from "./standing";
import { useHealth } from "./useHealth";

/** What works today: every model by the kinds of work it offers, trouble first. */
export default function HealthPage() {
  const { t } = useTranslation("adminHealth");
  const { diagnostics, report, run, rows, probing, probeAll, probeOne } = useHealth();
  const narrow = useNarrow();
  const now = useNow(60_000);
  const [standing, setStanding] = useState<Standing | null>(null);
  const [search, setSearch] = useState("");
  const [open, setOpen] = useState<string | null>(null);

  const shown = rows.filter((row) => (standing === null || row.standing === standing) && matches(row, search));
  const of = (one: Standing) => rows.filter((row) => row.standing === one).length;
  const working = of("works");
  const running = run?.state === "running" || probeAll.isPending;
  const List = narrow ? HealthCards : HealthTable;
  const opened = rows.find((row) => row.id === open);
  return (
    <AdminPage
      title={t("title")}
      tools={
        <>
          {run?.state === "running" && run.total > 0 && (
            <span className="text-ink-3 tabular-nums max-md:hidden" aria-hidden>
              {t("runOf", { done: count(run.done), total: count(run.total) })}
            </span>
          )}
          {report !== null && (
            <a
              href="/api/admin/diagnostics?format=markdown"
              download="kinora-report.md"
              className="inline-flex h-(--h-md) shrink-0 items-center gap-2 rounded-sm border border-line-strong px-3.5 font-medium hover:bg-surface-2 max-md:hidden"
            >
              <Download size={16} aria-hidden />
              {t("report")}
            </a>
          )}
          <ToolButton
            kind="primary"
            icon={<Zap size={16} aria-hidden />}
            busy={running}
            disabled={running}
            onClick={() => probeAll.mutate()}
          >
            {t("probeAll")}
          </ToolButton>
        </>
      }
    >
      <Loaded query={diagnostics}>
        {() => (
          <>
            <Lead
              title={report === null ? t("noReport") : t("lead", { works: count(working), total: count(rows.length) })}
            >
              {report === null
                ? t("noReportHint")
                : t("lastPass", {
                    at: moment(Date.parse(report.at), now),
                    took: span(report.seconds),
                    count: report.models.length,
                    n: count(report.models.length),
                  })}
            </Lead>
            <Fault error={probeAll.error ?? probeOne.error} className="mb-4" />
            <RunProgress run={run} />
            <HealthFilters
              rows={rows}
              standing={standing}
              search={search}
              onStanding={setStanding}
              onSearch={setSearch}
            />
            {shown.length === 0 ? (
              <p className="py-6 text-ink-2">{t("noneFound")}</p>
            ) : (
              <List
                rows={shown}
                probing={probing}
                onOpen={(row) => setOpen(row.id)}
                onProbe={(row) => probeOne.mutate(row.id)}
              />
            )}
            {report !== null && <ReportNotes report={report} />}
            {opened !== undefined && (
              <ModelDrawer
                row={opened}
                probing={probing.has(opened.id)}
                onProbe={() => probeOne.mutate(opened.id)}
                onClose={() => setOpen(null)}
              />
            )}
          </>
        )}
      </Loaded>
    </AdminPage>
  );
}
