import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { Dialog } from "../ui/Dialog";
import { PlayerStage } from "./PlayerStage";

interface PlayerDialogProps {
  take: Generation | undefined;
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** A take to look at. The last one stays in it while it closes. */
export default function PlayerDialog({ take, open, onOpenChange }: PlayerDialogProps) {
  const { t } = useTranslation("player");
  const [shown, setShown] = useState(take);
  if (take !== undefined && take !== shown) {
    setShown(take);
  }
  const current = take ?? shown;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      className="max-h-[calc(100dvh-48px)] bg-bg max-md:max-h-[calc(100dvh-20px)] md:w-[min(1120px,calc(100vw-64px))]"
    >
      {current !== undefined && <PlayerStage key={current.id} take={current} />}
    </Dialog>
  );
}
