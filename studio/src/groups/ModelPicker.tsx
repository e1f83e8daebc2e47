import { Check, Search, X } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import { Badge } from "../ui/Badge";
import { cx } from "../ui/cx";
import { Dialog, DialogClose } from "../ui/Dialog";
import { count } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { Swatch } from "../ui/Swatch";

interface ModelPickerProps {
  open: boolean;
  models: readonly Model[];
  /** Ids of those that are chosen already. */
  chosen: readonly string[];
  onOpenChange(open: boolean): void;
  onPick(model: Model): void;
}

/** A list of models to choose one from. */
export function ModelPicker({ open, onOpenChange, ...rest }: ModelPickerProps) {
  const { t } = useTranslation("groups");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("model.choose")}
      className="h-[min(640px,calc(100dvh-64px))] max-md:h-[calc(100dvh-28px)] md:w-[min(560px,calc(100vw-64px))]"
    >
      <Choices {...rest} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

interface ChoicesProps extends Pick<ModelPickerProps, "models" | "chosen" | "onPick"> {
  onDone(): void;
}

function Choices({ models, chosen, onPick, onDone }: ChoicesProps) {
  const { t } = useTranslation("groups");
  const [text, setText] = useState("");
  const found = useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const hay = (model: Model) => `${model.name} ${model.vendor} ${model.bestFor}`.toLowerCase();
    return models.filter((model) => words.every((word) => hay(model).includes(word)));
  }, [models, text]);
  return (
    <>
      <header className="flex items-center gap-2 border-b border-line py-3 pr-3 pl-5">
        <Search size={18} className="text-ink-3" aria-hidden />
        <input
          data-first
          type="search"
          aria-label={t("model.search")}
          placeholder={t("model.search")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="quiet-focus h-(--h-md) min-w-0 flex-1 bg-transparent text-16"
        />
        <DialogClose asChild>
          <IconButton label={t("close")}>
            <X size={16} aria-hidden />
          </IconButton>
        </DialogClose>
      </header>
      <ul className="min-h-0 flex-1 overflow-auto p-2 [scrollbar-width:thin]">
        {found.map((model) => (
          <li key={model.id}>
            <button
              type="button"
              data-model={model.id}
              disabled={!model.available}
              onClick={() => {
                onPick(model);
                onDone();
              }}
              className="flex min-h-13 w-full items-center gap-3 rounded-md px-3 py-2 text-left transition hover:bg-surface-2 disabled:text-ink-3"
            >
              <Swatch gradient={model.gradient} large />
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2 font-semibold">
                  <span className="truncate">{model.name}</span>
                  {model.badge != null && <Badge text={model.badge} />}
                </span>
                <span className={cx("block truncate text-12", model.available ? "text-ink-3" : "text-bad")}>
                  {model.available ? model.bestFor : model.unavailableReason}
                </span>
              </span>
              {chosen.includes(model.id) ? (
                <Check size={16} className="text-accent-text" aria-label={t("model.chosen")} />
              ) : (
                <span className="text-12 whitespace-nowrap text-ink-3 tabular-nums">
                  {t("from", { credits: count(model.fromCredits) })}
                </span>
              )}
            </button>
          </li>
        ))}
        {found.length === 0 && <li className="px-3 py-8 text-center text-ink-2">{t("model.none")}</li>}
      </ul>
    </>
  );
}
