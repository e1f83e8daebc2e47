import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { fieldLabel, valueLabel } from "../i18n/names";
import { canBeUnset, levelsOf, valueOf } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { RangeSlider } from "./parts";
import type { FieldProps } from "./SettingField";

/** One of several steps on a line; the first place leaves it to the model where it may choose. */
export function LevelField({ control }: Omit<FieldProps, "id" | "invalid">) {
  const { t } = useTranslation("create");
  const { draft, set } = useDraft();
  const levels = levelsOf(control) ?? [];
  const value = valueOf(control, draft);
  const text = value === null ? t("fields.automatic") : valueLabel(String(value));
  return (
    <div className="flex h-(--h-md) items-center gap-3">
      <div className="min-w-0 flex-1">
        <Suspense fallback={<div className="h-5" />}>
          <RangeSlider
            label={fieldLabel(control.role)}
            text={text}
            min={canBeUnset(control) ? 0 : 1}
            max={levels.length}
            step={1}
            value={levels.findIndex((level) => level === value) + 1}
            onChange={(place) => set(control.role, levels[place - 1])}
          />
        </Suspense>
      </div>
      <span className="w-20 text-right text-ink-1 tabular-nums" aria-hidden>
        {text}
      </span>
    </div>
  );
}
