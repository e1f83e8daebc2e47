import { CircleAlert, CircleX, RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { IconButton } from "../ui/IconButton";

/** A take that came to nothing, as one line. */
export function FoldedTake({ take }: { take: Generation }) {
  const { t } = useTranslation(["takes", "frame"]);
  const { reuse } = useDraft();
  const Icon = take.status === "failed" ? CircleAlert : CircleX;
  return (
    <div className="flex items-center gap-2 rounded-md bg-surface-1 py-1.5 pr-1.5 pl-3 text-ink-3">
      <Icon size={16} className={take.status === "failed" ? "text-bad" : undefined} aria-hidden />
      <span className="font-medium text-ink-2">{t(`phases.${take.status}`)}</span>
      <span className="min-w-0 flex-1 truncate">{take.input.prompt ?? t("noPrompt")}</span>
      <IconButton small label={t("frame:reuse")} onClick={() => reuse(take)}>
        <RotateCcw size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
