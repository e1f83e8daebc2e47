import { Check, RefreshCw, Sparkles, Undo2 } from "lucide-react";
import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Kbd } from "../ui/Kbd";
import { isMac } from "../ui/media";
import { wordDiff } from "./wordDiff";

interface EnhancedPromptProps {
  before: string;
  after: string;
  most: number | null;
  onAnother(): void;
  onUndo(): void;
  /** Typing keeps it too, and goes on in the text. */
  onKeep(): void;
}

const looks = {
  same: undefined,
  new: "rounded-[4px] bg-ok-soft box-decoration-clone px-[3px] py-px text-ok no-underline",
  gone: "text-ink-3 decoration-bad decoration-[1.5px]",
};

/** The better prompt in place of the text, with what changed marked. */
export default function EnhancedPrompt({ before, after, most, onAnother, onUndo, onKeep }: EnhancedPromptProps) {
  const { t } = useTranslation("create");
  const text = useRef<HTMLDivElement>(null);
  const pieces = useMemo(() => [...wordDiff(before, after).entries()], [before, after]);
  useEffect(() => text.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent): void {
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === "z") {
      event.preventDefault();
      onUndo();
    } else if (!command && !event.altKey && (event.key.length === 1 || event.key === "Backspace")) {
      onKeep();
    }
  }

  return (
    <div className="w-full min-w-0 flex-1">
      <div
        ref={text}
        role="textbox"
        aria-multiline
        aria-readonly
        tabIndex={0}
        aria-label={t("enhance.marked")}
        data-testid="enhanced-prompt"
        onKeyDown={onKeyDown}
        onDoubleClick={onKeep}
        className="quiet-focus max-h-[40vh] min-h-18 overflow-auto pt-1.5 text-16 leading-[1.62] tracking-[-.006em] whitespace-pre-wrap max-md:max-h-[30vh]"
      >
        {pieces.map(([key, { kind, text: words }]) => {
          const Tag = kind === "same" ? "span" : kind === "new" ? "ins" : "del";
          return (
            <Tag key={key} className={looks[kind]}>
              {words}
            </Tag>
          );
        })}
      </div>
      <div
        role="status"
        className="mt-3 mb-1 flex flex-wrap items-center gap-2.5 rounded-md bg-surface-2 py-2 pr-2 pl-3"
      >
        <span className="flex items-center gap-[7px] font-medium text-accent-text">
          <Sparkles size={15} aria-hidden />
          {t("enhance.done")}
        </span>
        <span className="text-ink-3 tabular-nums">
          {most === null
            ? t("enhance.lengths", { before: before.length, after: after.length })
            : t("enhance.lengthsOf", { before: before.length, after: after.length, most })}
        </span>
        <span className="ml-auto flex items-center gap-1.5">
          <Button kind="ghost" size="sm" icon={<RefreshCw size={14} aria-hidden />} onClick={onAnother}>
            {t("enhance.another")}
          </Button>
          <Button size="sm" icon={<Undo2 size={14} aria-hidden />} onClick={onUndo}>
            {t("enhance.undo")}
            <Kbd>{isMac ? "⌘" : "Ctrl"} Z</Kbd>
          </Button>
          <Button kind="line" size="sm" icon={<Check size={14} aria-hidden />} onClick={onKeep}>
            {t("enhance.keep")}
          </Button>
        </span>
      </div>
    </div>
  );
}
