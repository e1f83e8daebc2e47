import { CircleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/problem";
import { IconButton } from "../ui/IconButton";

interface ProblemNoteProps {
  error: Error | null;
  onDismiss?: () => void;
  /** A way on. */
  children?: ReactNode;
}

/** Why the server did not do it, in its own words; it stays until it is dismissed. */
export function ProblemNote({ error, onDismiss, children }: ProblemNoteProps) {
  const { t } = useTranslation("groups");
  if (error === null) {
    return null;
  }
  const elsewhere = error instanceof ApiError && error.code === "conflict";
  const fields = error instanceof ApiError ? error.fields : [];
  const lines = fields.length > 0 ? [...new Set(fields.map(({ message }) => message))] : null;
  return (
    <div role="alert" className="my-3 flex items-start gap-2 rounded-md bg-bad-soft px-3 py-2 text-bad">
      <CircleAlert size={16} className="mt-px" aria-hidden />
      <div className="min-w-0 flex-1">
        {lines === null ? (
          <p>{elsewhere ? t("changedElsewhere") : error instanceof ApiError ? error.message : t("lost")}</p>
        ) : (
          lines.map((line) => <p key={line}>{line}</p>)
        )}
      </div>
      {children}
      {onDismiss !== undefined && (
        <IconButton small label={t("dismiss")} onClick={onDismiss} className="-my-1">
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
