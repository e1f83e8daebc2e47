import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ModelPicker } from "../groups/ModelPicker";
import { Swatch } from "../ui/Swatch";
import type { Row } from "./useRow";

/** The model of a row; while it is not sent, a press chooses another. */
export function ModelCell({ name, row }: { name: string; row: Row }) {
  const { t } = useTranslation("groups");
  const [open, setOpen] = useState(false);
  const { model, models, editable, pickModel } = row;
  const face = (
    <>
      <Swatch gradient={model?.gradient ?? []} />
      <span className="truncate">{model?.name ?? name}</span>
    </>
  );
  if (!editable) {
    return <span className="flex items-center gap-2">{face}</span>;
  }
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="relative -mx-1.5 flex max-w-full items-center gap-2 rounded-sm px-1.5 py-1 transition hover:bg-surface-2 max-md:min-h-11"
      >
        <span className="sr-only">{t("model.change")}: </span>
        {face}
      </button>
      <ModelPicker
        open={open}
        onOpenChange={setOpen}
        models={models}
        chosen={model === undefined ? [] : [model.id]}
        onPick={(next) => void pickModel(next)}
      />
    </>
  );
}
