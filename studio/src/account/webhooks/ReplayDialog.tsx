import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/Dialog";
import { DialogHead } from "../../ui/DialogHead";
import type { Endpoint } from "./calls";
import { ReplayForm } from "./ReplayForm";

interface ReplayDialogProps {
  endpoint: Endpoint;
  open: boolean;
  onClose(): void;
}

export function ReplayDialog({ endpoint, open, onClose }: ReplayDialogProps) {
  const { t } = useTranslation(["webhooks", "account"]);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("replay.title")}
      className="max-h-[calc(100dvh-48px)] px-6 py-5.5 md:w-[min(520px,94vw)]"
    >
      <DialogHead title={t("replay.title")} closeLabel={t("account:close")} />
      {open && <ReplayForm endpoint={endpoint} onClose={onClose} />}
    </Dialog>
  );
}
