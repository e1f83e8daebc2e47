import { useQueryClient } from "@tanstack/react-query";
import { Globe } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { takeKey } from "../library/cache";
import { useRun } from "../library/useRun";
import { Button } from "../ui/Button";
import { CopyButton } from "../ui/CopyButton";
import { Dialog, DialogClose } from "../ui/Dialog";
import { DialogHead } from "../ui/DialogHead";
import { Pill } from "../ui/Pill";
import { Switch } from "../ui/Switch";
import { endShare, shareTake } from "./calls";
import { shareLink } from "./shareLink";

interface ShareDialogProps {
  take: Generation;
  open: boolean;
  onClose(): void;
}

/** A link by which anyone may watch, on or off. Turned on again it is another link. */
export function ShareDialog({ take, open, onClose }: ShareDialogProps) {
  const { t } = useTranslation("take");
  const queryClient = useQueryClient();
  const runner = useRun();
  const link = take.sharePath === undefined ? null : shareLink(take.sharePath, location.origin);
  const turn = (on: boolean) =>
    runner.run("share", async () => {
      const answer = await (on ? shareTake(take.id) : endShare(take.id));
      queryClient.setQueryData(takeKey(take.id), answer);
    });
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("shareTitle")}
      className="p-6 md:w-[min(560px,94vw)]"
    >
      <DialogHead title={t("shareTitle")} />
      <div className="flex items-center gap-3.5">
        {take.outputs[0]?.posterUrl != null && (
          <img
            src={take.outputs[0].posterUrl}
            alt=""
            className="h-16 w-28 shrink-0 rounded-sm object-cover max-md:w-20"
          />
        )}
        <div className="min-w-0 flex-1">
          <p className="line-clamp-2 font-medium">{take.input.prompt ?? t("noPrompt")}</p>
          <p className="truncate text-ink-3">{take.model.name}</p>
        </div>
        <span role="status">
          <Pill tone={link === null ? "plain" : "ok"} icon={<Globe size={14} aria-hidden />}>
            {link === null ? t("linkOff") : t("linkOn")}
          </Pill>
        </span>
      </div>
      <div className="mt-4 flex min-h-14 items-center gap-3.5">
        <div className="min-w-0 flex-1">
          <p className="font-medium">{t("anyone")}</p>
          <p className="text-12 text-ink-3">{t("anyoneMore")}</p>
        </div>
        <Switch label={t("anyone")} checked={link !== null} disabled={runner.busy !== null} onChange={turn} />
      </div>
      {link !== null && (
        <div className="mt-2 flex flex-wrap gap-2">
          <input
            readOnly
            aria-label={t("link")}
            value={link}
            onFocus={(event) => event.target.select()}
            className="h-9.5 min-w-0 flex-1 basis-56 rounded-sm bg-surface-2 px-3 font-mono text-12 max-md:h-11"
          />
          <CopyButton kind="primary" text={link} label={t("copyShare")} />
        </div>
      )}
      {runner.fault !== null && (
        <p role="alert" className="mt-3 text-bad">
          {runner.fault}
        </p>
      )}
      <div className="mt-5 flex justify-end">
        <DialogClose asChild>
          <Button className="max-md:min-h-11">{t("done")}</Button>
        </DialogClose>
      </div>
    </Dialog>
  );
}
