import { CircleAlert, LoaderCircle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { useSlow } from "../ui/Skeleton";

interface DialogWaitProps {
  failed: boolean;
  onAgain(): void;
  onClose(): void;
}

/** In place of a dialog whose code is on its way, once that takes long, or did not come. */
export function DialogWait({ failed, onAgain, onClose }: DialogWaitProps) {
  const { t } = useTranslation();
  const slow = useSlow(!failed);
  if (!failed && !slow) {
    return null;
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={failed ? t("unloaded") : t("loading")}
      className="items-center gap-4 px-8 py-7 text-center"
    >
      {failed ? (
        <>
          <p role="alert" className="flex items-center gap-2 text-ink-2">
            <CircleAlert size={16} className="text-bad" aria-hidden />
            {t("unloaded")}
          </p>
          <Button kind="primary" onClick={onAgain} data-first>
            {t("again")}
          </Button>
        </>
      ) : (
        <p role="status" className="flex items-center gap-2 text-ink-2">
          <LoaderCircle size={16} className="spin" aria-hidden />
          {t("loading")}
        </p>
      )}
    </Dialog>
  );
}
