import { Columns3, FolderPlus, LoaderCircle, Repeat, Share2, Star, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { serverNow } from "../api/clock";
import type { Generation, Output } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { isActive } from "../feed/feed";
import { AddToCollection } from "../library/AddToCollection";
import type { Runner } from "../library/useRun";
import { useTakeActs } from "../library/useTakeActs";
import { Button } from "../ui/Button";
import { DownloadLink } from "../ui/DownloadLink";
import { IconButton } from "../ui/IconButton";
import { actionIcons } from "./actionIcons";
import { CopyLink } from "./CopyLink";
import { linkStateOf } from "./shareLink";
import type { TakeDialog } from "./takeDialog";
import type { CopyingLink } from "./useCopyLink";
import { UseFrame } from "./UseFrame";

interface ActionBarProps {
  take: Generation;
  output: Output | undefined;
  /** Where the player stands, in seconds. */
  time: number;
  runner: Runner;
  link: CopyingLink;
  onFavorite(): void;
  onRemove(): void;
  onDialog(dialog: TakeDialog): void;
}

/** What can be done with a take now. On a phone it scrolls sideways. */
export function ActionBar({ take, output, time, runner, link, onFavorite, onRemove, onDialog }: ActionBarProps) {
  const { t } = useTranslation("take");
  const [, go] = useLocation();
  const { reuse } = useDraft();
  const acts = useTakeActs();
  const stored = output !== undefined && take.expiredAt === undefined;
  const busy = (name: string) => runner.busy === name && <LoaderCircle size={16} className="spin" aria-hidden />;
  return (
    <div className="mt-4">
      <div className="scrollbar-none relative -m-1 flex flex-wrap items-center gap-1.5 p-1 max-md:m-0 max-md:flex-nowrap max-md:overflow-x-auto max-md:px-4 max-md:*:shrink-0">
        {stored && (
          <DownloadLink kind="primary" output={output} data-testid="take-download" className="max-md:h-11">
            {t("download")}
          </DownloadLink>
        )}
        {take.actions.map((action) => {
          const Icon = actionIcons[action.name] ?? Repeat;
          return (
            <Button
              key={action.name + action.model}
              kind="line"
              className="max-md:min-h-11"
              icon={<Icon size={16} aria-hidden />}
              onClick={() => onDialog({ kind: "followUp", action })}
            >
              {t(`actions.${action.name}`)}
            </Button>
          );
        })}
        {stored && <UseFrame take={take} output={output} time={time} />}
        {take.input.prompt != null && (
          <Button
            kind="line"
            className="max-md:min-h-11"
            icon={<Columns3 size={16} aria-hidden />}
            onClick={() => {
              reuse(take);
              go("/compare");
            }}
          >
            {t("compare")}
          </Button>
        )}
        <span className="ml-auto flex items-center gap-0.5 max-md:ml-0 max-md:[&_button]:size-11">
          <IconButton
            label={take.favorite ? t("unfavorite") : t("favorite")}
            aria-pressed={take.favorite}
            onClick={onFavorite}
          >
            {busy("favorite") || <Star size={16} className={take.favorite ? "fill-current" : undefined} aria-hidden />}
          </IconButton>
          <AddToCollection
            trigger={
              <IconButton label={t("addToCollection")}>
                <FolderPlus size={16} aria-hidden />
              </IconButton>
            }
            onAdd={(collection) => acts.collect([take], collection)}
          />
          <CopyLink link={link} />
          {stored && (
            <IconButton
              label={t("share")}
              aria-pressed={linkStateOf(take, serverNow()) === "on"}
              onClick={() => onDialog({ kind: "share" })}
            >
              <Share2 size={16} aria-hidden />
            </IconButton>
          )}
          <IconButton
            label={isActive(take) ? t("deleteLater") : t("delete")}
            disabled={isActive(take)}
            onClick={onRemove}
          >
            {busy("remove") || <Trash2 size={16} aria-hidden />}
          </IconButton>
        </span>
      </div>
      {runner.fault !== null && (
        <p role="alert" className="mt-2.5 text-bad max-md:px-4">
          {runner.fault}
        </p>
      )}
    </div>
  );
}
