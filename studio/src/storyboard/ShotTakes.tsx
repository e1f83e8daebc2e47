import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { withItem } from "../groups/items";
import type { GroupItem } from "../groups/types";
import type { GroupState } from "../groups/useGroup";
import { cx } from "../ui/cx";

/** The finished takes of a shot, where there are several: one of them goes into the film. */
export function ShotTakes({ item, change }: { item: GroupItem; change: GroupState["change"] }) {
  const { t } = useTranslation("storyboard");
  const made = item.takes.filter(({ status, outputs }) => status === "succeeded" && outputs.length > 0);
  if (made.length < 2) {
    return null;
  }
  return (
    <div>
      <p className="mb-1.5 text-12 text-ink-3">{t("takes.label")}</p>
      <div role="group" aria-label={t("takes.label")} className="flex gap-2 overflow-x-auto p-1">
        {made.map(({ id, outputs }, index) => {
          const counts = id === item.take;
          return (
            <button
              key={id}
              type="button"
              aria-pressed={counts}
              aria-label={t("takes.one", { place: made.length - index })}
              onClick={() => void change((group) => withItem(group, item.id, { chosen: id }))}
              className={cx(
                "relative h-11 w-18 shrink-0 overflow-hidden rounded-sm bg-surface-3",
                counts && "shadow-[0_0_0_2px_var(--surface-1),0_0_0_4px_var(--mark)]",
              )}
            >
              <img src={outputs[0]?.posterUrl} alt="" className="size-full object-cover" />
              {counts && (
                <span className="veil absolute right-1 bottom-1 grid size-4.5 place-items-center rounded-full">
                  <Check size={12} aria-hidden />
                </span>
              )}
            </button>
          );
        })}
      </div>
    </div>
  );
}
