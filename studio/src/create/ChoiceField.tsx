import { ChevronDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { valueLabel } from "../i18n/names";
import { canBeUnset, choicesOf, valueOf } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { cx } from "../ui/cx";
import { fieldStyle } from "./fieldStyle";
import type { FieldProps } from "./SettingField";

/** One of a few values, or none where the model may choose. */
export function ChoiceField({ id, control, invalid }: FieldProps) {
  const { t } = useTranslation("create");
  const { draft, set } = useDraft();
  const choices = choicesOf(control) ?? [];
  const value = valueOf(control, draft);
  return (
    <div className="relative">
      <select
        id={id}
        aria-invalid={invalid}
        value={value === null ? "" : String(value)}
        disabled={choices.length === 1}
        onChange={({ target }) =>
          set(
            control.role,
            choices.find((choice) => String(choice) === target.value),
          )
        }
        className={cx(fieldStyle, "h-(--h-md) appearance-none pr-8")}
      >
        {(value === null || canBeUnset(control)) && <option value="">{t("fields.automatic")}</option>}
        {choices.map((choice) => (
          <option key={String(choice)} value={String(choice)}>
            {typeof choice === "boolean" ? t(choice ? "fields.on" : "fields.off") : valueLabel(choice)}
          </option>
        ))}
      </select>
      <ChevronDown
        size={14}
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-3"
        aria-hidden
      />
    </div>
  );
}
