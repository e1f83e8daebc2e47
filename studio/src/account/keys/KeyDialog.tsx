import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog";
import { DialogHead } from "../../ui/DialogHead";
import type { Key } from "./calls";
import { KeyForm } from "./KeyForm";

interface KeyDialogProps {
  /** The key to change; null for a new one; undefined while the dialog is closed. */
  subject: Key | null | undefined;
  onClose(): void;
  onSaved(key: Key): void;
}

export function KeyDialog({ subject, onClose, onSaved }: KeyDialogProps) {
  const { t } = useTranslation(["apiKeys", "account"]);
  const title = subject ? t("form.changeTitle", { name: subject.name }) : t("form.newTitle");
  return (
    <Dialog
      open={subject !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={title}
      className="max-h-[calc(100dvh-48px)] pt-5.5 md:w-[min(560px,94vw)]"
    >
      <div className="px-6">
        <DialogHead title={title} closeLabel={t("account:close")} />
      </div>
      {subject !== undefined && <KeyForm before={subject} onClose={onClose} onSaved={onSaved} />}
    </Dialog>
  );
}
