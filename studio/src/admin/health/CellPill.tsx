import {
  Check,
  Clock,
  KeyRound,
  LoaderCircle,
  Pause,
  CircleDashed,
  Coins,
  WifiOff,
  X,
  CircleHelp,
  TriangleAlert,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { cx } from "../../ui/cx";
import type { CellState, HealthCell } from "./cells";

const looks: Record<Exclude<CellState, "unseen">, { icon: typeof Check; className: string }> = {
  works: { icon: Check, className: "bg-ok-soft text-ok" },
  degraded: { icon: TriangleAlert, className: "bg-warn-soft text-warn" },
  not_published: { icon: X, className: "bg-bad-soft text-bad" },
  paused: { icon: Pause, className: "bg-warn-soft text-warn" },
  unauthorized: { icon: KeyRound, className: "bg-bad-soft text-bad" },
  out_of_credits: { icon: Coins, className: "bg-warn-soft text-warn" },
  unreachable: { icon: WifiOff, className: "bg-bad-soft text-bad" },
  unclear: { icon: CircleHelp, className: "bg-surface-2 text-ink-2" },
};

/** One cell of the table: an icon and a word. A dash is for what the model does not offer, an open ring for what nobody has seen yet. */
export function CellPill({ cell, probing = false }: { cell: HealthCell | null; probing?: boolean }) {
  const { t } = useTranslation("adminHealth");
  if (cell === null) {
    return (
      <span className="text-ink-3">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("cell.none")}</span>
      </span>
    );
  }
  if (probing) {
    return (
      <span className="inline-flex h-6.5 items-center text-ink-3">
        <LoaderCircle size={14} className="spin motion-reduce:hidden" aria-hidden />
        <Clock size={14} className="hidden motion-reduce:block" aria-hidden />
        <span className="sr-only">{t("cell.probing")}</span>
      </span>
    );
  }
  if (cell.state === "unseen") {
    return (
      <span className="inline-flex h-6.5 items-center text-ink-3" title={t("cell.unseen")}>
        <CircleDashed size={14} aria-hidden />
        <span className="sr-only">{t("cell.unseen")}</span>
      </span>
    );
  }
  const { icon: Icon, className } = looks[cell.state];
  return (
    <span
      className={cx(
        "inline-flex h-6.5 min-w-17.5 items-center justify-center gap-1.25 rounded-sm px-2.25 text-12 font-medium whitespace-nowrap",
        className,
      )}
    >
      <Icon size={13} aria-hidden />
      {cell.code ?? t(`cell.${cell.state}`)}
    </span>
  );
}
