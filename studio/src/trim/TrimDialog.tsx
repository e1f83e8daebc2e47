import { useTranslation } from "react-i18next";
import type { Asset, ModelControl } from "../api/types";
import { Dialog } from "../ui/Dialog";
import { DialogHead } from "../ui/DialogHead";
import { TrimBody } from "./TrimBody";

/** A clip of ours, long enough to be cut. */
export interface Clip {
  readonly id: string;
  readonly url: string;
}

interface TrimDialogProps {
  open: boolean;
  clip: Clip | null;
  /** Of the field that it is for. */
  control: ModelControl;
  model: string;
  onOpenChange(open: boolean): void;
  onTrimmed(part: Asset): void;
}

export default function TrimDialog({ open, clip, onOpenChange, onTrimmed, ...rest }: TrimDialogProps) {
  const { t } = useTranslation("trim");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      data-testid="trim"
      className="max-h-[calc(100dvh-28px)] overflow-y-auto p-6 max-md:p-4.5 md:w-[min(720px,calc(100vw-64px))]"
    >
      <DialogHead title={t("title")} />
      {clip !== null && (
        <TrimBody
          clip={clip}
          {...rest}
          onTrimmed={(part) => {
            onTrimmed(part);
            onOpenChange(false);
          }}
        />
      )}
    </Dialog>
  );
}
