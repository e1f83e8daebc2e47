import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/cx";
import type { Row } from "./useRow";

interface PromptCellProps {
  prompt: string;
  row: Row;
  className?: string;
}

/** The words of a row; a press edits them in their place. Enter or leaving keeps them, Escape does not. */
export function PromptCell({ prompt, row, className }: PromptCellProps) {
  const { t } = useTranslation("batch");
  const [text, setText] = useState<string | null>(null);
  const dropped = useRef(false);
  if (!row.editable) {
    return (
      <span className={cx("block truncate", className)} title={prompt}>
        {prompt}
      </span>
    );
  }
  if (text === null) {
    return (
      <button
        type="button"
        data-testid="edit-prompt"
        title={prompt}
        onClick={() => {
          dropped.current = false;
          setText(prompt);
        }}
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

  async function keep(value: string): Promise<void> {
    if (value === prompt || (await row.setPrompt(value))) {
      setText(null);
    }
  }
  return (
    <textarea
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the press on the words asks for it
      autoFocus
      aria-label={t("row.prompt")}
      rows={2}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onFocus={({ target }) => target.setSelectionRange(target.value.length, target.value.length)}
      onBlur={() => !dropped.current && void keep(text.trim())}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.shiftKey) {
          event.preventDefault();
          event.currentTarget.blur();
        } else if (event.key === "Escape") {
          dropped.current = true;
          setText(null);
        }
      }}
      className="field-grow my-1.5 block max-h-40 w-full resize-none rounded-sm border border-accent-line bg-surface-2 px-2 py-1.5 leading-[1.45] max-md:text-16"
    />
  );
}
