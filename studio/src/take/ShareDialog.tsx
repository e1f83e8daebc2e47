import { useQueryClient } from "@tanstack/react-query";
import { Link2Off } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { takeKey } from "../library/cache";
import { useRun } from "../library/useRun";
import { Button } from "../ui/Button";
import { CopyButton } from "../ui/CopyButton";
import { Dialog, DialogClose } from "../ui/Dialog";
import { DialogHead } from "../ui/DialogHead";
import { useNow } from "../ui/now";
import { Switch } from "../ui/Switch";
import { endShare, type LinkSettings, shareTake } from "./calls";
import { ShareHead } from "./ShareHead";
import { ShareLine } from "./ShareLine";
import { linkStateOf, shareLink } from "./shareLink";
import { ShareSettings } from "./ShareSettings";

interface ShareDialogProps {
  take: Generation;
  open: boolean;
  onClose(): void;
}

/** A link by which anyone may watch, and what it tells and allows. Turned off or ended, it is on again as another link. */
export function ShareDialog({ take, open, onClose }: ShareDialogProps) {
  const { t } = useTranslation("take");
  const queryClient = useQueryClient();
  const runner = useRun();
  const now = useNow();
  const state = linkStateOf(take, now);
  const busy = runner.busy !== null;
  const ask = (asking: Promise<Generation>) =>
    asking.then((answer) => queryClient.setQueryData(takeKey(take.id), answer));
  const share = (settings: LinkSettings) => runner.run("share", () => ask(shareTake(take.id, settings)));
  const end = () => runner.run("share", () => ask(endShare(take.id)));
  const { endsAt, ...kept } = take.share ?? { showPrompt: true, allowDownload: true };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("shareTitle")}
      className="max-h-[calc(100dvh-48px)] overflow-y-auto pt-5.5 md:w-[min(560px,94vw)]"
    >
      <div className="px-6 pb-3">
        <DialogHead title={t("shareTitle")} />
        <ShareHead take={take} state={state} now={now} />
        {state === "on" && take.sharePath !== undefined && (
          <div className="mt-4 flex flex-wrap gap-2">
            <input
              readOnly
              aria-label={t("link")}
              value={shareLink(take.sharePath, location.origin)}
              onFocus={(event) => event.target.select()}
              className="h-9.5 min-w-0 flex-1 basis-56 rounded-sm bg-surface-2 px-3 font-mono text-12 max-md:h-11"
            />
            <CopyButton kind="primary" text={shareLink(take.sharePath, location.origin)} label={t("copyShare")} />
          </div>
        )}
        <div className="mt-2.5">
          <ShareLine label={t("anyone")} note={t("anyoneMore")}>
            <Switch
              label={t("anyone")}
              checked={state === "on"}
              disabled={busy}
              onChange={(on) => (on ? share(kept) : end())}
            />
          </ShareLine>
          {state === "on" && (
            <ShareSettings
              settings={endsAt === undefined ? kept : { ...kept, endsAt }}
              output={take.outputs[0]}
              busy={busy}
              onChange={share}
            />
          )}
        </div>
        {runner.fault !== null && (
          <p role="alert" className="mt-3 text-bad">
            {runner.fault}
          </p>
        )}
      </div>
      <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-6 py-3.5">
        {state === "on" && (
          <Button
            kind="danger"
            className="max-md:min-h-11"
            icon={<Link2Off size={16} aria-hidden />}
            disabled={busy}
            onClick={end}
          >
            {t("turnOff")}
          </Button>
        )}
        <DialogClose asChild>
          <Button className="max-md:min-h-11">{t("done")}</Button>
        </DialogClose>
      </footer>
    </Dialog>
  );
}
