import { useState } from "react";
import { useTranslation } from "react-i18next";
import { decimal } from "../ui/format";
import { allows } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { cx } from "../ui/cx";
import { fieldStyle } from "./fieldStyle";
import type { FieldProps } from "./SettingField";

/** A number within limits; empty leaves it to the default or to the model. */
export function NumberField({ id, control, invalid }: FieldProps) {
  const { t } = useTranslation("create");
  const { draft, set } = useDraft();
  const chosen = draft.settings[control.role];
  const [text, setText] = useState(chosen === undefined ? "" : String(chosen));
  const outside = chosen !== undefined && !allows(control, chosen);
  // Another take's settings may come in while the field is open.
  const shown =
    text !== "" && Number(text) === chosen ? text : chosen === undefined && text === "" ? "" : (chosen ?? text);
  const { min, max } = control;
  const limits =
    min == null
      ? max == null
        ? ""
        : t("fields.to", { max: decimal(max, 3) })
      : max == null
        ? t("fields.from", { min: decimal(min, 3) })
        : t("fields.between", { min: decimal(min, 3), max: decimal(max, 3) });
  const usual = control.default == null ? t("fields.automatic") : decimal(Number(control.default), 3);
  return (
    <>
      <input
        id={id}
        type="number"
        min={min ?? undefined}
        max={max ?? undefined}
        step={control.type === "integer" ? 1 : "any"}
        aria-invalid={invalid || outside}
        placeholder={[usual, limits].filter(Boolean).join(" · ")}
        value={String(shown)}
        onChange={({ target }) => {
          setText(target.value);
          set(control.role, target.value === "" ? undefined : Number(target.value));
        }}
        className={cx(fieldStyle, "h-(--h-md) tabular-nums")}
      />
      {outside && (
        <p role="alert" className="text-12 text-bad">
          {t("fields.numberWrong")} {limits}
        </p>
      )}
    </>
  );
}
