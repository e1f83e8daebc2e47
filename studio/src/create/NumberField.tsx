import { useState } from "react";
import { allows } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { cx } from "../ui/cx";
import { composerWords } from "../words/composer";
import { fieldStyle } from "./fieldStyle";
import type { FieldProps } from "./SettingField";

/** A number within limits; empty leaves it to the default or to the model. */
export function NumberField({ id, control, invalid }: FieldProps) {
  const { draft, set } = useDraft();
  const chosen = draft.settings[control.role];
  const [text, setText] = useState(chosen === undefined ? "" : String(chosen));
  const outside = chosen !== undefined && !allows(control, chosen);
  // Another take's settings may come in while the field is open.
  const shown =
    text !== "" && Number(text) === chosen ? text : chosen === undefined && text === "" ? "" : (chosen ?? text);
  const limits =
    control.min == null && control.max == null
      ? ""
      : composerWords.more.limits(control.min ?? undefined, control.max ?? undefined);
  const usual = control.default == null ? composerWords.more.unset : String(control.default);
  return (
    <>
      <input
        id={id}
        type="number"
        min={control.min ?? undefined}
        max={control.max ?? undefined}
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
          {composerWords.more.numberWrong} {limits}
        </p>
      )}
    </>
  );
}
