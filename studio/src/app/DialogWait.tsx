import { CircleAlert, LoaderCircle } from "lucide-react";
import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { focusedOpener } from "../ui/opener";
import { useSlow } from "../ui/Skeleton";

interface DialogWaitProps {
  failed: boolean;
  onAgain(): void;
  onClose(): void;
}

/** In place of a dialog whose code is on its way, once that takes long, or did not come. It is the browser's own: the studio's may be what is missing. */
export function DialogWait({ failed, onAgain, onClose }: DialogWaitProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const slow = useSlow(!failed);
  const shown = failed || slow;
  useEffect(() => {
    if (!shown) {
      return;
    }
    const opener = focusedOpener();
    dialog.current?.showModal();
    // The dialog that takes its place gives the focus back to where this one found it.
    return () => opener?.focus();
  }, [shown]);
  return createPortal(
    <dialog
      ref={dialog}
      aria-label={t(failed ? "unloaded" : "loading")}
      onClose={onClose}
      className="quiet-focus m-auto rounded-xl bg-surface-1 px-8 py-7 text-center text-ink-2 shadow-3 backdrop:bg-scrim"
    >
      {failed ? (
        <>
          <p role="alert" className="mb-4 flex items-center gap-2">
            <CircleAlert size={16} className="text-bad" aria-hidden />
            {t("unloaded")}
          </p>
          <Button kind="primary" onClick={onAgain}>
            {t("again")}
          </Button>
        </>
      ) : (
        <p role="status" className="flex items-center gap-2">
          <LoaderCircle size={16} className="spin" aria-hidden />
          {t("loading")}
        </p>
      )}
    </dialog>,
    document.body,
  );
}
