import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog";
import { DialogHead } from "../../ui/DialogHead";
import type { Endpoint } from "./calls";
import { EndpointForm } from "./EndpointForm";

interface EndpointDialogProps {
  /** The endpoint to change; null for a new one; undefined while the dialog is closed. */
  subject: Endpoint | null | undefined;
  onClose(): void;
  onSaved(endpoint: Endpoint): void;
}

export function EndpointDialog({ subject, onClose, onSaved }: EndpointDialogProps) {
  const { t } = useTranslation(["webhooks", "account"]);
  const title = subject ? t("form.changeTitle") : t("form.newTitle");
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
      {subject !== undefined && <EndpointForm before={subject} onClose={onClose} onSaved={onSaved} />}
    </Dialog>
  );
}
