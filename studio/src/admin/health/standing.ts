import type { Model } from "../../api/types";
import type { DiagnosticReport, DiagnosticRow, Verdict } from "../shared/types";

/** A route of a model; `code` is the provider's own, where a later look told it. */
export type HealthRoute = DiagnosticRow & { code?: string };

export type Standing = "down" | "degraded" | "unknown" | "works";

/** A model with its routes: what the page has a row for. */
export interface HealthRow {
  id: string;
  name: string;
  /** Null for those that lists leave out. */
  model: Model | null;
  routes: readonly HealthRoute[];
  standing: Standing;
}

const rank: Record<Standing, number> = { down: 0, degraded: 1, unknown: 2, works: 3 };

/** A route as the report has it, or as a later look has: a probe of a single model is newer than the report. */
function current(route: DiagnosticRow, at: number, verdicts: readonly Verdict[]): HealthRoute {
  const later = verdicts.find(
    (one) =>
      one.account === route.account &&
      one.endpoint === route.endpoint &&
      one.model === route.wireModel &&
      one.reading !== "unclear" &&
      Date.parse(one.at) > at,
  );
  if (later === undefined) {
    return route;
  }
  const { error: _, answer: __, notes: ___, ...rest } = route;
  const code = later.code ?? later.status;
  return {
    ...rest,
    status: later.reading,
    request: later.request,
    ...(code != null && { code: String(code) }),
    ...(later.answer != null && { answer: later.answer }),
    ...(later.reading !== "works" && { error: later.reason }),
  };
}

/** What its routes and what the server makes of them come to; the worse of both counts. */
function standingOf(model: Model | null, routes: readonly DiagnosticRow[]): Standing {
  const known = routes.filter((route) => route.status !== "unclear");
  const well = known.filter((route) => route.status === "works").length;
  const byRoutes: Standing =
    known.length === 0 ? "unknown" : well === known.length ? "works" : well > 0 ? "degraded" : "down";
  const status = model?.health.status ?? "unknown";
  const byServer: Standing = status === "paused" ? "down" : status;
  if (byServer === "unknown" || byRoutes === "unknown") {
    return byServer === "unknown" ? byRoutes : byServer;
  }
  return rank[byServer] < rank[byRoutes] ? byServer : byRoutes;
}

/** Every model, trouble first, else in the catalog's order. Verdicts are newest first. */
export function rowsOf(
  report: DiagnosticReport | null,
  verdicts: readonly Verdict[],
  models: readonly Model[],
): readonly HealthRow[] {
  const at = report === null ? 0 : Date.parse(report.at) + report.seconds * 1000;
  const routes = (report?.models ?? []).map((route) => current(route, at, verdicts));
  const ids = [...new Set([...models.map((model) => model.id), ...routes.map((route) => route.model)])];
  return ids
    .map((id) => {
      const model = models.find((one) => one.id === id) ?? null;
      const own = routes.filter((route) => route.model === id);
      return { id, name: model?.name ?? own[0]?.name ?? id, model, routes: own, standing: standingOf(model, own) };
    })
    .toSorted((a, b) => rank[a.standing] - rank[b.standing]);
}

/** Whether every word of a search is in the model's name, vendor or accounts. */
export function matches(row: HealthRow, search: string): boolean {
  const text = [row.name, row.id, row.model?.vendor, ...row.routes.map((route) => route.account)]
    .join(" ")
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
