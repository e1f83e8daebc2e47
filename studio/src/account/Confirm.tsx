import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { DialogHead } from "../ui/DialogHead";
import { Fault } from "./Fault";

interface ConfirmProps {
  open: boolean;
  title: string;
  /** What will have happened. */
  children: string;
  action: string;
  busy: boolean;
  error: unknown;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something that cannot be taken back. */
export function Confirm({ open, title, children, action, busy, error, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation("account");
  const id = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={title}
      className="px-6 py-5.5 md:w-[min(440px,94vw)]"
    >
      <DialogHead title={title} closeLabel={t("close")} />
      <p className="leading-body text-ink-2">{children}</p>
      <div className="mt-3 empty:hidden">
        <Fault id={id} error={error} />
      </div>
      <div className="mt-5 flex justify-end gap-2">
        <Button kind="ghost" data-first onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button kind="danger" className="bg-bad-soft" busy={busy} disabled={busy} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
