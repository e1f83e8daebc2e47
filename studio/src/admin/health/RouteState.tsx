import { useTranslation } from "react-i18next";
import { Code } from "../../ui/Code";
import type { DiagnosticRow } from "../shared/types";
import { CellPill } from "./CellPill";
import { cellOf } from "./cells";

/** One route: whose model it is there, whether it works, the provider's words, and what they were read from. */
export function RouteState({ route, probing }: { route: DiagnosticRow; probing: boolean }) {
  const { t } = useTranslation("adminHealth");
  return (
    <section className="border-b border-line py-3 last:border-0">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="truncate font-mono text-12">{route.wireModel}</p>
          <p className="truncate text-12 text-ink-3">
            {route.account} · {route.endpoint}
          </p>
        </div>
        <CellPill cell={cellOf([route])} probing={probing} />
      </div>
      {route.error != null && (
        <q className="mt-2 block font-mono text-12 leading-body break-words text-ink-2 [quotes:'“'_'”'] [html:lang(ru)_&]:[quotes:'«'_'»']">
          {route.error}
        </q>
      )}
      {route.notes != null && <p className="mt-1.5 text-12 text-ink-3">{route.notes}</p>}
      {route.request != null && (
        <details className="mt-1.5">
          <summary className="cursor-pointer rounded-xs py-1 text-12 text-ink-2 hover:text-ink-1 max-md:py-3.5">
            {t("evidence")}
          </summary>
          <div className="mt-2 grid gap-2">
            <Code label={t("asked")} text={route.request} json />
            {route.answer != null && <Code label={t("answered")} text={route.answer} json />}
          </div>
        </details>
      )}
    </section>
  );
}
