import { CircleAlert, CircleX, Clock, LoaderCircle, Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { countsOf } from "./tally";
import type { Group } from "./types";

const looks = {
  done: { className: "", icon: <span aria-hidden className="size-2 rounded-full bg-ok" /> },
  rendering: { className: "text-accent-text", icon: <LoaderCircle size={15} className="spin" aria-hidden /> },
  failed: { className: "text-bad", icon: <CircleAlert size={15} aria-hidden /> },
  queued: { className: "text-ink-2", icon: <Clock size={15} aria-hidden /> },
  canceled: { className: "text-ink-3", icon: <CircleX size={15} aria-hidden /> },
  draft: { className: "text-ink-3", icon: <Pencil size={14} aria-hidden /> },
};
const order = ["done", "rendering", "failed", "queued", "canceled", "draft"] as const;

interface TallyProps {
  progress: Group["progress"];
  /** What those are called that were withdrawn before they began. */
  canceled?: "canceled" | "paused";
}

/** How many items stand how, each with its icon and word; what there is none of is left out. */
export function Tally({ progress, canceled = "canceled" }: TallyProps) {
  const { t } = useTranslation("groups");
  const counts = countsOf(progress);
  return (
    <span className="flex flex-wrap gap-x-5 gap-y-1 tabular-nums">
      {order
        .filter((key) => counts[key] > 0)
        .map((key) => (
          <span key={key} className={`inline-flex items-center gap-1.5 whitespace-nowrap ${looks[key].className}`}>
            {looks[key].icon}
            {t(`tally.${key === "canceled" ? canceled : key}`, { count: counts[key] })}
          </span>
        ))}
    </span>
  );
}
