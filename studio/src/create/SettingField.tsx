import { useTranslation } from "react-i18next";
import { fieldLabel } from "../i18n/names";
import type { ModelControl } from "../api/types";
import { choicesOf, levelsOf } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { cx } from "../ui/cx";
import { ChoiceField } from "./ChoiceField";
import { fieldStyle } from "./fieldStyle";
import { LevelField } from "./LevelField";
import { NumberField } from "./NumberField";
import { SeedField } from "./SeedField";
import { SwitchField } from "./SwitchField";
import { TextField } from "./TextField";

interface SettingFieldProps {
  control: ModelControl;
  invalid: boolean;
  className?: string;
}

/** What every field of a setting is given. */
export interface FieldProps {
  id: string;
  control: ModelControl;
  invalid: boolean;
}

/** One setting with its name, its field by its type, and what it does. */
export function SettingField({ control, invalid, className }: SettingFieldProps) {
  const { t } = useTranslation("create");
  const { draft } = useDraft();
  const id = `field-${control.role}`;
  const chosen = draft.settings[control.role];
  const clause = chosen === undefined ? undefined : control.clauses?.[String(chosen)];
  const help = clause === undefined ? control.description : t("adds", { clause });
  const props = { id, control, invalid };
  const isSwitch = control.type === "boolean" && control.default != null;
  return (
    <div data-testid="field" data-role={control.role} className={cx("min-w-0", className)}>
      <div className={isSwitch ? "flex items-center justify-between gap-3" : "flex flex-col gap-2"}>
        <label htmlFor={id} className="font-medium text-ink-2">
          {fieldLabel(control.role)}
        </label>
        {control.role === "seed" ? (
          <SeedField control={control} className={cx(fieldStyle, "h-(--h-md)")} invalid={invalid} />
        ) : isSwitch ? (
          <SwitchField {...props} />
        ) : levelsOf(control) !== null ? (
          <LevelField control={control} />
        ) : choicesOf(control) !== null ? (
          <ChoiceField {...props} />
        ) : control.type === "integer" || control.type === "number" ? (
          <NumberField {...props} />
        ) : (
          <TextField {...props} />
        )}
      </div>
      {help != null && <p className="mt-1.5 text-12 leading-[1.4] text-ink-3">{help}</p>}
    </div>
  );
}
