import { useTranslation } from "react-i18next";
import { Switch } from "../ui/Switch";
import { canContinue, madeOf } from "./shots";
import type { Shot, Shots } from "./useShots";

interface ContinueRowProps {
  shot: Shot;
  before: Shot | undefined;
  onEdit: Shots["edit"];
}

/** Whether a shot goes on from the last frame of the one before. */
export function ContinueRow({ shot, before, onEdit }: ContinueRowProps) {
  const { t } = useTranslation("storyboard");
  const made = before === undefined ? null : madeOf(before.item);
  const able = canContinue(shot.model);
  const place = shot.place - 1;
  return (
    <div className="flex min-h-13 items-center gap-3.5 border-t border-line py-1.5">
      {made?.output.lastFrameUrl !== undefined && (
        <img
          src={made.output.lastFrameUrl}
          alt={t("continue.frame", { place })}
          className="h-11 w-18 rounded-sm object-cover"
        />
      )}
      <span className="min-w-0 flex-1">
        {t("continue.label")}
        <span className="block text-12 text-ink-3">
          {able ? t(made === null ? "continue.waits" : "continue.used", { place }) : t("join.unable")}
        </span>
      </span>
      <Switch
        label={t("continue.label")}
        checked={shot.item.continues}
        disabled={!able}
        onChange={(continues) => void onEdit(shot, { continues, draft: { media: {} } })}
      />
    </div>
  );
}
