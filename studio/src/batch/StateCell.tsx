import { Check, CircleAlert, CircleX, Clock, LoaderCircle, Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { tookSeconds } from "../compare/readings";
import { ProgressLine } from "../feed/ProgressLine";
import { clock } from "../ui/format";
import { Pill } from "../ui/Pill";
import type { BatchRow } from "./rows";
import type { Row } from "./useRow";

interface StateCellProps {
  line: BatchRow;
  row: Row;
}

/** How a row stands, in a word, and what there is to say of it. */
export function StateCell({ line: { item, faults }, row: { take } }: StateCellProps) {
  const { t } = useTranslation("batch");
  switch (item.status) {
    case "succeeded": {
      const took = take === undefined ? null : tookSeconds(take);
      return (
        <>
          <Pill tone="ok" icon={<Check size={14} aria-hidden />}>
            {t("state.done")}
          </Pill>
          {took !== null && <span className="text-ink-3 tabular-nums max-md:hidden">{clock(took)}</span>}
        </>
      );
    }
    case "submitting":
    case "running":
    case "collecting":
      return (
        <>
          <Pill tone="accent" icon={<LoaderCircle size={14} className="spin" aria-hidden />}>
            {t("state.rendering")}
          </Pill>
          {take !== undefined && (
            <span className="-mt-2 w-16 max-md:hidden">
              <ProgressLine key={take.id} take={take} />
            </span>
          )}
        </>
      );
    case "queued":
      return (
        <>
          <Pill icon={<Clock size={14} aria-hidden />}>{t("state.queued")}</Pill>
          {take?.waiting !== undefined && (
            <span className="truncate text-ink-3 max-md:hidden" title={take.waiting.reason}>
              {take.waiting.reason}
            </span>
          )}
        </>
      );
    case "failed":
      return (
        <Pill tone="bad" icon={<CircleAlert size={14} aria-hidden />}>
          {t("state.failed")}
        </Pill>
      );
    case "canceled":
      return <Pill icon={<CircleX size={14} aria-hidden />}>{t("state.canceled")}</Pill>;
    case "draft":
      return faults.length > 0 ? (
        <Pill tone="warn" icon={<CircleAlert size={14} aria-hidden />}>
          {t("state.unfit")}
        </Pill>
      ) : (
        <Pill icon={<Pencil size={13} aria-hidden />}>{t("state.draft")}</Pill>
      );
  }
}
