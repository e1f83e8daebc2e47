import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

interface PromptEditorProps {
  prompt: string;
  /** Tells whether they were kept. */
  onKeep(prompt: string): Promise<boolean>;
  onEnd(): void;
}

/** Writes the words of a row in their place. Enter or leaving keeps them, Escape does not. */
export function PromptEditor({ prompt, onKeep, onEnd }: PromptEditorProps) {
  const { t } = useTranslation("batch");
  const [text, setText] = useState(prompt);
  const dropped = useRef(false);

  async function keep(value: string): Promise<void> {
    if (value === prompt || (await onKeep(value))) {
      onEnd();
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
          onEnd();
        }
      }}
      className="field-grow my-1.5 block max-h-40 w-full resize-none rounded-sm border border-accent-line bg-surface-2 px-2 py-1.5 leading-[1.45] max-md:text-16"
    />
  );
}
