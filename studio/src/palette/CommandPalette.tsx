import { useTranslation } from "react-i18next";
import { Dialog } from "../ui/Dialog";
import { PaletteBody } from "./PaletteBody";

/** Whatever can be named, by its name: models, takes, actions. */
export default function CommandPalette({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const { t } = useTranslation("palette");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      data-testid="palette"
      className="max-md:h-[calc(100dvh-56px)] md:mt-[11vh] md:max-h-[min(620px,calc(100dvh-14vh))] md:w-[min(680px,calc(100vw-32px))] md:self-start"
    >
      <PaletteBody onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}
