import { X } from "lucide-react";
import { Dialog, DialogClose } from "../ui/Dialog";
import { IconButton } from "../ui/IconButton";
import { Kbd } from "../ui/Kbd";
import { isMac } from "../ui/media";
import { words } from "../words";

export function KeysSheet({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.rail.keys}
      className="max-h-[calc(100dvh-48px)] px-7 py-6.5 md:w-[min(620px,94vw)]"
    >
      <div className="mb-4.5 flex items-center">
        <h2 className="flex-1 text-20 font-semibold tracking-title">{words.keys.title}</h2>
        <DialogClose asChild>
          <IconButton label={words.close}>
            <X size={16} aria-hidden />
          </IconButton>
        </DialogClose>
      </div>
      <dl className="grid grid-cols-2 gap-x-9 gap-y-3 overflow-auto max-md:grid-cols-1">
        {words.keys.list.map(([label, keys]) => (
          <div key={label} className="flex items-center">
            <dt className="flex-1 text-ink-2">{label}</dt>
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
