import { History } from "lucide-react";
import { Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDraft } from "../draft/DraftProvider";
import { IconButton } from "../ui/IconButton";
import { Popover } from "../ui/Popover";
import { HistoryList } from "./parts";

/** The prompts that were used before, to take one again. */
export function PromptHistory({ onPicked }: { onPicked(): void }) {
  const { t } = useTranslation("create");
  const { update } = useDraft();
  const [open, setOpen] = useState(false);
  const picked = useRef(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t("history.title")}
      align="end"
      className="overflow-hidden !p-0 md:w-130"
      onCloseAutoFocus={(event) => {
        if (picked.current) {
          event.preventDefault();
          picked.current = false;
          onPicked();
        }
      }}
      trigger={
        <IconButton label={t("history.title")} data-testid="prompt-history">
          <History size={16} aria-hidden />
        </IconButton>
      }
    >
      <Suspense fallback={<div className="h-90" />}>
        <HistoryList
          onPick={({ prompt, model }, withModel) => {
            update(withModel ? { prompt, model } : { prompt });
            picked.current = true;
            setOpen(false);
          }}
        />
      </Suspense>
    </Popover>
  );
}
