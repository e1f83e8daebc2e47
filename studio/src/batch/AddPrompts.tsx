import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { kept } from "../groups/items";
import { ProblemNote } from "../groups/ProblemNote";
import type { Group } from "../groups/types";
import type { GroupState } from "../groups/useGroup";
import { Button } from "../ui/Button";
import { Dialog, DialogClose } from "../ui/Dialog";
import { IconButton } from "../ui/IconButton";
import { mostRows } from "./prompts";
import { PromptsEntry } from "./PromptsEntry";
import { usePrompts } from "./usePrompts";

interface AddPromptsProps {
  open: boolean;
  group: Group;
  state: Pick<GroupState, "change" | "refusal" | "dismissRefusal">;
  onOpenChange(open: boolean): void;
}

/** More prompts for a batch that is there. */
export function AddPrompts({ open, onOpenChange, ...rest }: AddPromptsProps) {
  const { t } = useTranslation("batch");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("add.open")}
      className="max-h-[calc(100dvh-48px)] md:w-[min(980px,calc(100vw-64px))]"
    >
      <div className="overflow-auto p-5">
        <header className="mb-3.5 flex items-center">
          <h2 className="text-16 font-semibold">{t("add.open")}</h2>
          <DialogClose asChild>
            <IconButton label={t("add.close")} className="ml-auto">
              <X size={16} aria-hidden />
            </IconButton>
          </DialogClose>
        </header>
        <Entry {...rest} onDone={() => onOpenChange(false)} />
      </div>
    </Dialog>
  );
}

function Entry({ group, state, onDone }: Pick<AddPromptsProps, "group" | "state"> & { onDone(): void }) {
  const { t } = useTranslation("batch");
  const prompts = usePrompts(mostRows - group.items.length);
  const [busy, setBusy] = useState(false);

  async function add(): Promise<void> {
    setBusy(true);
    if (await state.change((current) => ({ items: [...kept(current), ...prompts.items] }))) {
      onDone();
    }
    setBusy(false);
  }

  return (
    <PromptsEntry prompts={prompts}>
      <Button
        kind="primary"
        size="lg"
        busy={busy}
        disabled={busy || prompts.items.length === 0}
        onClick={() => void add()}
      >
        {t("add.do", { count: prompts.items.length })}
      </Button>
      <ProblemNote error={state.refusal} onDismiss={state.dismissRefusal} />
    </PromptsEntry>
  );
}
