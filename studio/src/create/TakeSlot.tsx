import { Clapperboard } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ModelControl } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { takesFrom } from "../draft/takes";
import { useFeed } from "../feed/FeedProvider";
import { Popover } from "../ui/Popover";
import { PictureTile } from "./PictureTile";
import { TakeList } from "./TakeList";

/** The take that is continued or enlarged. */
export function TakeSlot({ control }: { control: ModelControl }) {
  const { t } = useTranslation("create");
  const { draft, update } = useDraft();
  const { takes } = useFeed();
  const [open, setOpen] = useState(false);
  const className = "h-18 w-32 max-md:h-21 max-md:flex-1";

  if (draft.source !== null) {
    const take = takes.find(({ id }) => id === draft.source);
    return (
      <PictureTile
        slot="source"
        url={
          take?.outputs[0]?.posterUrl ?? `/api/generations/${encodeURIComponent(draft.source)}/content?variant=poster`
        }
        tag={take?.model.name ?? t("take.tag")}
        refusal={null}
        removeLabel={t("take.remove")}
        onRemove={() => update({ source: null })}
        className={className}
      />
    );
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t("take.choose")}
      className="max-h-[min(440px,60vh)] overflow-auto md:w-110"
      trigger={
        <button
          type="button"
          data-testid="take-slot"
          className={`${className} flex shrink-0 flex-col items-center justify-center gap-1 rounded-md border-[1.5px] border-dashed border-line-strong text-11 font-medium text-ink-3 transition hover:border-mark hover:text-ink-1`}
        >
          <Clapperboard size={16} aria-hidden />
          {t("take.choose")}
        </button>
      }
    >
      <TakeList
        takes={takesFrom(takes, control)}
        control={control}
        onChoose={(source) => {
          update({ source });
          setOpen(false);
        }}
      />
    </Popover>
  );
}
