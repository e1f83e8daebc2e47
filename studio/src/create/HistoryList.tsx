import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Kbd } from "../ui/Kbd";
import { useSettled } from "../ui/useSettled";
import { fetchPrompts, type UsedPrompt } from "./calls";
import { HistoryItem } from "./HistoryItem";

const typingPause = 150;

interface HistoryListProps {
  onPick(prompt: UsedPrompt, withModel: boolean): void;
}

/** A search over used prompts. The focus stays in it: arrows move the mark, Enter takes the prompt, with Shift its model too. */
export default function HistoryList({ onPick }: HistoryListProps) {
  const { t } = useTranslation(["create", "frame"]);
  const [text, setText] = useState("");
  const [mark, setMark] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const search = useSettled(text.trim(), typingPause);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["prompts", search],
    queryFn: ({ signal }) => fetchPrompts(search, signal),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const prompts = data ?? [];
  const at = Math.min(mark, prompts.length - 1);

  function onKeyDown(event: KeyboardEvent): void {
    const chosen = prompts[at];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const next = Math.max(0, Math.min(prompts.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)));
      setMark(next);
      document.querySelector(`#used-prompt-${next}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && chosen !== undefined) {
      onPick(chosen, event.shiftKey);
    } else {
      return;
    }
    event.preventDefault();
  }

  return (
    <>
      <div className="flex h-12 items-center gap-2.5 border-b border-line px-4">
        <Search size={16} className="text-ink-3" aria-hidden />
        <input
          ref={input}
          role="combobox"
          aria-expanded
          aria-controls="used-prompts"
          aria-activedescendant={prompts.length === 0 ? undefined : `used-prompt-${at}`}
          aria-label={t("history.search")}
          placeholder={t("history.search")}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setMark(0);
          }}
          onKeyDown={onKeyDown}
          className="quiet-focus h-full min-w-0 flex-1 bg-transparent text-14 max-md:text-16"
        />
        <Kbd>Esc</Kbd>
      </div>
      <div className="max-h-91 min-h-40 overflow-auto p-1.5 [scrollbar-width:thin] max-md:max-h-[44vh]">
        {error !== null ? (
          <div role="alert" className="flex flex-col items-center gap-3 px-4 py-10 text-center text-bad">
            {t("history.failed")}
            <Button size="sm" onClick={() => void refetch()}>
              {t("frame:again")}
            </Button>
          </div>
        ) : (
          prompts.length === 0 &&
          !isPending && (
            <p className="px-4 py-10 text-center text-ink-2">
              {t(search === "" ? "history.empty" : "history.nothing")}
            </p>
          )
        )}
        <div id="used-prompts" role="listbox" aria-label={t("history.title")}>
          {error === null &&
            prompts.map((used, index) => (
              <HistoryItem
                key={used.prompt}
                id={`used-prompt-${index}`}
                used={used}
                search={search}
                selected={index === at}
                onPick={(withModel) => onPick(used, withModel)}
              />
            ))}
        </div>
      </div>
      <p className="flex h-10.5 items-center gap-4 border-t border-line px-4 text-12 text-ink-3 max-md:hidden">
        <span className="flex items-center gap-1.5">
          <Kbd>↵</Kbd>
          {t("history.usePrompt")}
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd>Shift ↵</Kbd>
          {t("history.useBoth")}
        </span>
      </p>
    </>
  );
}
