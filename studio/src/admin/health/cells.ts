import type { DiagnosticRow } from "../shared/types";
import type { HealthRoute, HealthRow } from "./standing";

/** What stands in a cell: how a model does in one kind of work. */
export type CellState = DiagnosticRow["status"] | "degraded" | "unseen";

export interface HealthCell {
  state: CellState;
  /** The provider's own code of a refusal, such as 404 or 422. */
  code: string | null;
}

/** The kinds of work that have a column, and the modes that fall under each. */
export const columns = [
  { key: "text", modes: ["text-to-video"] },
  { key: "frames", modes: ["image-to-video"] },
  { key: "ingredients", modes: ["reference-to-video"] },
  { key: "video", modes: ["video-to-video", "motion-control"] },
  { key: "speech", modes: ["speech-to-video"] },
  { key: "longer", modes: ["extend", "upscale"] },
] as const;

/** The code in a refusal's answer; HTTP's own is 200 where KIE.ai says no. */
export function codeOf(route: HealthRoute): string | null {
  return route.code ?? /"(?:code|status)"\s*:\s*"?(\d{3})\b/.exec(route.answer ?? "")?.[1] ?? null;
}

/** What several routes come to: all work, some do, or the first trouble. */
export function cellOf(routes: readonly HealthRoute[]): HealthCell | null {
  const [first] = routes;
  if (first === undefined) {
    return null;
  }
  const trouble = routes.find((route) => route.status !== "works" && route.status !== "unclear");
  if (trouble === undefined) {
    return { state: routes.some((route) => route.status === "works") ? "works" : "unclear", code: null };
  }
  return routes.some((route) => route.status === "works")
    ? { state: "degraded", code: null }
    : { state: trouble.status, code: trouble.status === "not_published" ? codeOf(trouble) : null };
}

/** The routes that a row has for some modes. Those that the catalog knows by another name stand for the modes without one. */
export function routesFor(row: HealthRow, modes: readonly string[]): readonly HealthRoute[] {
  const all = row.model?.modes ?? [];
  const named = (variant: string) => row.routes.filter((route) => route.wireModel === variant);
  const unnamed = row.routes.filter((route) => !all.some((mode) => mode.variant === route.wireModel));
  const found = all
    .filter((mode) => modes.includes(mode.mode))
    .flatMap((mode) => {
      const own = named(mode.variant);
      return own.length > 0 ? own : unnamed;
    });
  return [...new Set(found)];
}

/** How a model does in some modes; null where it offers none of them. */
export function modeCell(row: HealthRow, modes: readonly string[]): HealthCell | null {
  const offered = row.model?.modes.some((mode) => modes.includes(mode.mode)) ?? false;
  return cellOf(routesFor(row, modes)) ?? (offered ? { state: "unseen", code: null } : null);
}

/** The worst cell of a row, for where there is room for one. */
export function worstCell(row: HealthRow): HealthCell | null {
  return cellOf(row.routes);
}
