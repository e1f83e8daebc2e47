import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { DialogHead } from "./DialogHead";
import { Fault } from "./Fault";

interface ConfirmProps {
  open?: boolean;
  title: string;
  /** What will have happened. */
  children: ReactNode;
  /** What it does, on the button. */
  action: string;
  /** Whether something comes to an end by it. */
  danger?: boolean;
  busy: boolean;
  error: unknown;
  onConfirm(): void;
  onClose(): void;
}

/** Asks before something that is not undone with one press. It stays until the server has answered. */
export function Confirm({ open = true, title, children, action, danger = true, busy, error, ...on }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && on.onClose()}
      title={title}
      className="max-h-[calc(100dvh-48px)] overflow-y-auto px-6 py-5.5 md:w-[min(440px,94vw)]"
    >
      <DialogHead title={title} />
      <div className="leading-body text-ink-2">{children}</div>
      <Fault error={error} className="mt-3" />
      <div className="mt-5 flex justify-end gap-2">
        <Button kind="ghost" className="max-md:h-11" data-first onClick={on.onClose}>
          {t("cancel")}
        </Button>
        <Button
          kind={danger ? "danger" : "primary"}
          className={danger ? "bg-bad-soft max-md:h-11" : "max-md:h-11"}
          busy={busy}
          disabled={busy}
          onClick={on.onConfirm}
        >
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
