import { Upload } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ModelButton } from "../groups/ModelButton";
import { SettingCapsules } from "../groups/SettingCapsules";
import { Button } from "../ui/Button";
import { cx } from "../ui/cx";
import type { GatheredPrompts } from "./usePrompts";

interface PromptsEntryProps {
  prompts: GatheredPrompts;
  /** What is done with them. */
  children: ReactNode;
}

/** Prompts pasted, typed or dropped as CSV, and the settings of those that say none. */
export function PromptsEntry({ prompts, children }: PromptsEntryProps) {
  const { t } = useTranslation("batch");
  const { text, file, models, model, mode, draft, items, unknown, beyond } = prompts;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_320px] gap-4 max-xl:grid-cols-1">
      <div className="min-w-0">
        <textarea
          data-testid="batch-prompts"
          data-first
          aria-label={t("entry.label")}
          placeholder={t("entry.placeholder")}
          value={text}
          onChange={(event) => prompts.setText(event.target.value)}
          onDragOver={(event) => {
            if (event.dataTransfer.types.includes("Files")) {
              event.preventDefault();
              setOver(true);
            }
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            setOver(false);
            if (event.dataTransfer.files.length > 0) {
              event.preventDefault();
              void prompts.open(event.dataTransfer.files[0]);
            }
          }}
          className={cx(
            "block h-70 w-full resize-y rounded-lg border-[1.5px] border-dashed bg-surface-1 px-4.5 py-3.5 text-14 leading-[1.6] transition max-md:h-50 max-md:text-16",
            over ? "border-mark" : "border-line-strong focus:border-accent-line",
          )}
        />
        <p className="mt-2 text-12 text-ink-3">{t("entry.columns")}</p>
        {unknown.length > 0 && (
          <p role="status" className="mt-1 text-12 text-warn">
            {t("entry.unknown", { names: unknown.join(", ") })}
          </p>
        )}
        {beyond > 0 && (
          <p role="status" className="mt-1 text-12 text-warn">
            {t("entry.beyond", { count: beyond })}
          </p>
        )}
      </div>
      <aside className="flex flex-col gap-3 rounded-lg bg-surface-1 p-4.5">
        <h3 className="font-semibold">{t("entry.shared")}</h3>
        <p className="-mt-2 text-12 text-ink-3">{t("entry.sharedMeans")}</p>
        {model !== undefined && mode !== undefined && (
          <>
            <ModelButton model={model} name={model.name} models={models} onPick={prompts.pick} />
            <SettingCapsules mode={mode} draft={draft} onSet={prompts.set} />
          </>
        )}
        <div className="mt-auto flex flex-col gap-2 pt-3">
          <p className="tabular-nums" role="status">
            {t("prompts", { count: items.length })}
            {file !== null && <span className="text-ink-3"> · {file}</span>}
          </p>
          <Button
            icon={<Upload size={16} aria-hidden />}
            className="max-md:min-h-11"
            onClick={() => input.current?.click()}
          >
            {t("entry.open")}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            data-testid="batch-file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={(event) => {
              void prompts.open(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          {children}
        </div>
      </aside>
    </div>
  );
}
