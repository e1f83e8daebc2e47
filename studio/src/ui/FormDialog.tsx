import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { cx } from "./cx";
import { Dialog } from "./Dialog";
import { DialogHead } from "./DialogHead";
import { Fault } from "./Fault";

interface FormDialogProps {
  title: string;
  children: ReactNode;
  /** What it does, on the button. */
  action: string;
  sending: { error: Error | null; isPending: boolean };
  /** Fields that say themselves what is wrong with them. */
  fields: readonly string[];
  ready: boolean;
  /** What to know before pressing. */
  note?: string | undefined;
  wide?: boolean;
  onSend(): void;
  onClose(): void;
}

/** Fields in a dialog that are sent together; they scroll between its head and its buttons. It stays until the server has answered. */
export function FormDialog({ title, children, action, sending, fields, ready, note, wide, ...on }: FormDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      onOpenChange={on.onClose}
      title={title}
      className={cx(
        "max-h-[calc(100dvh-48px)] pt-5.5",
        wide === true ? "md:w-[min(600px,94vw)]" : "md:w-[min(500px,94vw)]",
      )}
    >
      <div className="px-6">
        <DialogHead title={title} />
      </div>
      <form
        className="flex min-h-0 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          on.onSend();
        }}
      >
        <div className="grid auto-rows-max grid-cols-[minmax(0,1fr)] gap-4 overflow-auto px-6 pt-1 pb-5">
          {children}
          <Fault error={sending.error} fields={fields} />
        </div>
        <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-6 py-3.5">
          {note !== undefined && <span className="mr-auto text-ink-3 max-md:hidden">{note}</span>}
          <Button kind="ghost" className="max-md:h-11" onClick={on.onClose}>
            {t("cancel")}
          </Button>
          <Button
            kind="primary"
            className="max-md:h-11"
            type="submit"
            busy={sending.isPending}
            disabled={!ready || sending.isPending}
          >
            {action}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
