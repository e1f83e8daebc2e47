import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Dialog, DialogClose } from "../ui/Dialog";
import { IconButton } from "../ui/IconButton";
import { Kbd } from "../ui/Kbd";
import { isMac } from "../ui/media";
import { keyList } from "./keyList";

export default function KeysSheet({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  const { t } = useTranslation(["keys", "frame"]);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("frame:nav.keys")}
      className="max-h-[calc(100dvh-48px)] px-7 py-6.5 md:w-[min(620px,94vw)]"
    >
      <div className="mb-4.5 flex items-center">
        <h2 className="flex-1 text-20 font-semibold tracking-title">{t("title")}</h2>
        <DialogClose asChild>
          <IconButton label={t("frame:close")}>
            <X size={16} aria-hidden />
          </IconButton>
        </DialogClose>
      </div>
      <dl className="grid grid-cols-2 gap-x-9 gap-y-3 overflow-auto max-md:grid-cols-1">
        {keyList.map(([act, keys]) => (
          <div key={act} className="flex items-center gap-3">
            <dt className="flex-1 text-ink-2">{t(act)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key} className="!block border-line-strong bg-surface-2 text-ink-3">
                  {key === "Ctrl" && isMac ? "⌘" : key}
                </Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
