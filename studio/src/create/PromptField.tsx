import type { ReactNode, Ref } from "react";
import { useTranslation } from "react-i18next";
import { controlOf } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { cx } from "../ui/cx";

const warnAt = 0.9;

interface PromptFieldProps {
  ref: Ref<HTMLTextAreaElement>;
  folded: boolean;
  /** At the end of the line under the text. */
  tools?: ReactNode;
}

export function PromptField({ ref, folded, tools }: PromptFieldProps) {
  const { t } = useTranslation("create");
  const { mode, draft, update } = useDraft();
  const control = controlOf(mode, "prompt");
  const most = control?.maxLength ?? null;
  const length = draft.prompt.length;
  const tone = most === null || length < most * warnAt ? "" : length <= most ? "text-warn" : "text-bad";
  if (control === undefined) {
    return folded ? (
      <p className="flex-1 truncate text-ink-3">{t("noPrompt")}</p>
    ) : (
      <p className="flex-1 self-center py-1.5 text-14 text-ink-3 max-md:self-start">{t("noPrompt")}</p>
    );
  }
  return (
    <div className="relative w-full min-w-0 flex-1">
      <textarea
        ref={ref}
        data-testid="composer-prompt"
        aria-label={t("prompt")}
        aria-invalid={most !== null && length > most}
        aria-describedby="prompt-count"
        placeholder={t("placeholder")}
        rows={folded ? 1 : 2}
        value={draft.prompt}
        onChange={(event) => update({ prompt: event.target.value })}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        className={cx(
          "quiet-focus block w-full resize-none bg-transparent text-16 leading-[1.5] tracking-[-.006em]",
          folded
            ? "fade-end h-7 overflow-hidden whitespace-nowrap"
            : "field-grow max-h-[40vh] min-h-18 pt-1.5 max-md:max-h-[30vh] max-md:min-h-13",
        )}
      />
      {!folded && (
        <div className="flex items-center gap-2.5 pb-1 text-12 text-ink-3">
          <span id="prompt-count" className={cx("tabular-nums", tone)}>
            {most === null ? t("characters", { count: length }) : t("ofCharacters", { count: length, most })}
          </span>
          <span className="max-md:hidden">{t("dropHint")}</span>
          {tools}
        </div>
      )}
    </div>
  );
}
