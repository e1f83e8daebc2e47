import { ChevronDown } from "lucide-react";
import type { Model } from "../api/types";
import { Badge } from "../ui/Badge";
import { Swatch } from "../ui/Swatch";

export function ModelChip({ model, onOpen }: { model: Model; onOpen(): void }) {
  return (
    <button
      type="button"
      data-testid="model-chip"
      data-model={model.id}
      aria-haspopup="dialog"
      onClick={onOpen}
      className="inline-flex h-9.5 max-md:h-11 shrink-0 items-center gap-2 rounded-md pr-2.5 pl-[7px] text-14 font-semibold transition hover:bg-surface-3"
    >
      <Swatch gradient={model.gradient} large />
      <span className="ml-px">{model.name}</span>
      {model.badge != null && <Badge text={model.badge} />}
      <ChevronDown size={14} className="text-ink-3" aria-hidden />
    </button>
  );
}
