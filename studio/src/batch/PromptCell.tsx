import { cx } from "../ui/cx";
import { useTranslation } from "react-i18next";
import { PromptEditor } from "./PromptEditor";
import type { Row } from "./useRow";

interface PromptCellProps {
  prompt: string;
  row: Row;
  className?: string;
}

/** The words of a row; while it is not sent, a press edits them in their place. */
export function PromptCell({ prompt, row, className }: PromptCellProps) {
  const { t } = useTranslation("batch");
  if (!row.editable) {
    return (
      <span className={cx("block truncate", className)} title={prompt}>
        {prompt}
      </span>
    );
  }
  if (row.editing) {
    return <PromptEditor prompt={prompt} onKeep={row.setPrompt} onEnd={() => row.setEditing(false)} />;
  }
  return (
    <button
      type="button"
      data-testid="edit-prompt"
      title={prompt}
      onClick={() => row.setEditing(true)}
      className={cx(
        "relative -mx-1.5 block w-full truncate rounded-sm px-1.5 py-1 text-left transition hover:bg-surface-2 max-md:min-h-11",
        className,
      )}
    >
      <span className="sr-only">{t("row.editPrompt")} </span>
      {prompt === "" ? <span className="text-ink-3">{t("row.noPrompt")}</span> : prompt}
    </button>
  );
}
