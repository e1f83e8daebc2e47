import { Link2, Scissors } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/cx";
import { canContinue } from "./shots";
import type { Shot } from "./useShots";

/** How a shot follows the one before: by a cut, or from its last frame. */
export function JoinButton({ shot, onChange }: { shot: Shot; onChange(continues: boolean): void }) {
  const { t } = useTranslation("storyboard");
  const { continues } = shot.item;
  const able = canContinue(shot.model);
  const name = able ? t(continues ? "join.continues" : "join.cut", { place: shot.place }) : t("join.unable");
  return (
    <span className="grid h-24 w-9 flex-none max-md:w-11 place-items-center">
      <button
        type="button"
        aria-label={name}
        aria-pressed={continues}
        title={name}
        disabled={!able}
        onClick={() => onChange(!continues)}
        className={cx(
          "relative grid size-7 place-items-center rounded-full transition",
          continues ? "bg-accent-soft text-accent-text" : "bg-surface-2 text-ink-2 hover:bg-surface-3",
          "disabled:opacity-45",
        )}
      >
        {continues ? <Link2 size={15} aria-hidden /> : <Scissors size={15} aria-hidden />}
      </button>
    </span>
  );
}
