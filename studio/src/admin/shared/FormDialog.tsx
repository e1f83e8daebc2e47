import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { DialogHead } from "../../ui/DialogHead";
import { FaultNote } from "./FaultNote";
import { restOf } from "./faults";

interface FormDialogProps {
  title: string;
  children: ReactNode;
  /** What it does, on the button. */
  action: string;
  mutation: { error: Error | null; isPending: boolean; mutate(): void };
  /** Fields that say themselves what is wrong with them. */
  fields: readonly string[];
  ready: boolean;
  onClose(): void;
}

/** Fields in a dialog that are sent together. It stays until the server has answered. */
export function FormDialog({ title, children, action, mutation, fields, ready, onClose }: FormDialogProps) {
  const { t } = useTranslation("admin");
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      className="max-h-[calc(100dvh-48px)] overflow-y-auto px-6 py-5.5 md:w-[min(500px,94vw)]"
    >
      <DialogHead title={title} closeLabel={t("close")} />
      <form
        className="grid grid-cols-[minmax(0,1fr)] gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          mutation.mutate();
        }}
      >
        {children}
        <FaultNote error={restOf(mutation.error, fields)} />
        <div className="flex justify-end gap-2 border-t border-line pt-3.5">
          <Button kind="ghost" className="max-md:h-11" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            kind="primary"
            className="max-md:h-11"
            type="submit"
            busy={mutation.isPending}
            disabled={!ready || mutation.isPending}
          >
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
