import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { DialogHead } from "../../ui/DialogHead";
import { FaultNote } from "./FaultNote";

interface ConfirmProps {
  title: string;
  /** What it does, on the button. */
  action: string;
  /** Whether something comes to an end by it. */
  danger?: boolean;
  busy: boolean;
  error: Error | null;
  children: ReactNode;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something that is not undone with one press. It stays until the server has answered. */
export function Confirm({ title, action, danger = true, busy, error, children, onConfirm, onClose }: ConfirmProps) {
  const { t } = useTranslation("admin");
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      className="max-h-[calc(100dvh-48px)] overflow-y-auto px-6 py-5.5 md:w-[min(440px,94vw)]"
    >
      <DialogHead title={title} closeLabel={t("close")} />
      <div className="leading-body text-ink-2">{children}</div>
      <FaultNote error={error} className="mt-3" />
      <div className="mt-5 flex justify-end gap-2">
        <Button kind="ghost" className="max-md:h-11" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button
          kind={danger ? "danger" : "primary"}
          className={danger ? "bg-bad-soft max-md:h-11" : "max-md:h-11"}
          busy={busy}
          disabled={busy}
          onClick={onConfirm}
        >
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
