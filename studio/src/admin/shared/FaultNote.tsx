import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/problem";
import { cx } from "../../ui/cx";

/** Why something could not be done, in the server's words; nothing where there is no fault. */
export function FaultNote({ error, className }: { error: Error | null; className?: string }) {
  const { t } = useTranslation("admin");
  if (error === null) {
    return null;
  }
  return (
    <p role="alert" className={cx("flex items-start gap-2 text-bad", className)}>
      <CircleAlert size={16} className="mt-px" aria-hidden />
      {error instanceof ApiError ? error.message : t("unreachable")}
    </p>
  );
}
