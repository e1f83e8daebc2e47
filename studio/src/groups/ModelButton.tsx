import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import { Badge } from "../ui/Badge";
import { Swatch } from "../ui/Swatch";
import { ModelPicker } from "./ModelPicker";

interface ModelButtonProps {
  model: Model | undefined;
  /** What was asked for, where there is no such model. */
  name: string;
  models: readonly Model[];
  onPick(model: Model): void;
}

/** The model of a request; a press chooses another. */
export function ModelButton({ model, name, models, onPick }: ModelButtonProps) {
  const { t } = useTranslation("groups");
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="relative flex h-11 w-full items-center gap-2 rounded-md bg-surface-2 px-2.5 text-14 font-semibold transition hover:bg-surface-3"
      >
        <span className="sr-only">{t("model.change")}: </span>
        <Swatch gradient={model?.gradient ?? []} large />
        <span className="truncate">{model?.name ?? name}</span>
        {model?.badge != null && <Badge text={model.badge} />}
        <ChevronDown size={14} className="ml-auto text-ink-3" aria-hidden />
      </button>
      <ModelPicker
        open={open}
        onOpenChange={setOpen}
        models={models}
        chosen={model === undefined ? [] : [model.id]}
        onPick={onPick}
      />
    </>
  );
}
