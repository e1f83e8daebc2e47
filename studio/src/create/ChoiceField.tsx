import { ChevronDown } from "lucide-react";
import { canBeUnset, choicesOf, valueOf } from "../draft/controls";
import type { SettingValue } from "../draft/draft";
import { useDraft } from "../draft/DraftProvider";
import { cx } from "../ui/cx";
import { composerWords } from "../words/composer";
import { spelled } from "../words/models";
import { fieldStyle } from "./fieldStyle";
import type { FieldProps } from "./SettingField";

function nameOf(choice: SettingValue): string {
  if (typeof choice === "boolean") {
    return choice ? composerWords.more.on : composerWords.more.off;
  }
  return typeof choice === "number" || /^[\d.]/.test(choice) ? String(choice) : spelled(choice);
}

/** One of a few values, or none where the model may choose. */
export function ChoiceField({ id, control, invalid }: FieldProps) {
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
        {(value === null || canBeUnset(control)) && <option value="">{composerWords.more.unset}</option>}
        {choices.map((choice) => (
          <option key={String(choice)} value={String(choice)}>
            {nameOf(choice)}
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
