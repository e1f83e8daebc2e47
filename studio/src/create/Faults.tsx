import { CircleAlert, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { FieldProblem } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { IconButton } from "../ui/IconButton";

/** Why the last send was refused, or why these settings have no price; it stays until something changes. */
export function Faults({ faults }: { faults: readonly FieldProblem[] }) {
  const { t } = useTranslation(["create", "frame"]);
  const { problem, dismissProblem } = useDraft();
  if (problem === null && faults.length === 0) {
    return null;
  }
  const lines = faults.map((fault) => {
    const allowed = fault.allowed?.length ? ` ${t("allowed", { values: fault.allowed.join(", ") })}` : "";
    return { key: `${fault.field}: ${fault.message}`, text: fault.message + allowed };
  });
  return (
    <div
      role="alert"
      data-testid="composer-faults"
      className="mx-3.5 mt-1 flex items-start gap-2 rounded-md bg-bad-soft px-3 py-2 text-bad"
    >
      <CircleAlert size={16} className="mt-px" aria-hidden />
      <div className="min-w-0 flex-1">
        {problem !== null && lines.length === 0 && <p>{problem.message}</p>}
        {lines.map((line) => (
          <p key={line.key}>{line.text}</p>
        ))}
      </div>
      {problem !== null && (
        <IconButton small label={t("frame:dismiss")} onClick={dismissProblem} className="-my-1">
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
