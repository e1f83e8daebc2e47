import { Check, Info, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useSettingLabel } from "../groups/useSettingLabel";
import type { Note } from "./plan";

/** What a model will do with a wanted setting; without a note it takes all of them. */
export function NoteLine({ note }: { note: Note | null }) {
  const { t } = useTranslation("compare");
  const { t: shared } = useTranslation("groups");
  const label = useSettingLabel();
  if (note === null) {
    return (
      <p className="flex items-start gap-[7px] text-ink-2">
        <Check size={16} className="mt-px" aria-hidden />
        {t("notes.all")}
      </p>
    );
  }
  const warns = note.kind === "noSeed" || note.kind === "lacks" || note.kind === "soundNever";
  const Icon = warns ? TriangleAlert : Info;
  return (
    <p className={`flex items-start gap-[7px] ${warns ? "text-warn" : "text-ink-2"}`}>
      <Icon size={16} className="mt-px" aria-hidden />
      {note.kind === "instead"
        ? t("notes.instead", { value: label(note.role, note.value), wanted: label(note.role, note.wanted) })
        : note.kind === "lacks"
          ? t("notes.lacks", { setting: shared(`settings.${note.role}`) })
          : t(`notes.${note.kind}`)}
    </p>
  );
}
