import { useTranslation } from "react-i18next";
import { allows } from "../draft/controls";
import { exampleOf } from "../draft/example";
import { useDraft } from "../draft/DraftProvider";
import { cx } from "../ui/cx";
import { fieldStyle } from "./fieldStyle";
import type { FieldProps } from "./SettingField";

/** Words; a list is written as JSON and checked while it is typed. */
export function TextField({ id, control, invalid }: FieldProps) {
  const { t } = useTranslation("create");
  const { draft, set } = useDraft();
  const isList = control.type === "list";
  const isNegative = control.role === "negativePrompt";
  const text = String(draft.settings[control.role] ?? "");
  const wrong = isList && text !== "" && !allows(control, text);
  const props = {
    id,
    "aria-invalid": invalid || wrong,
    maxLength: isList ? undefined : (control.maxLength ?? undefined),
    value: text,
    onChange: ({ target }: { target: { value: string } }) => set(control.role, target.value || undefined),
  };
  return (
    <>
      {isList || isNegative ? (
        <textarea
          {...props}
          spellCheck={!isList}
          placeholder={isList ? exampleOf(control) : t("fields.negative")}
          className={cx(fieldStyle, "h-17 resize-y py-2 leading-[1.45]", isList && "font-mono text-12")}
        />
      ) : (
        <input
          {...props}
          placeholder={control.default == null ? t("fields.none") : String(control.default)}
          className={cx(fieldStyle, "h-(--h-md)")}
        />
      )}
      {wrong && (
        <p role="alert" className="text-12 text-bad">
          {t("fields.listWrong")}
        </p>
      )}
    </>
  );
}
