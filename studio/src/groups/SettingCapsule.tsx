import { useTranslation } from "react-i18next";
import type { ModelControl } from "../api/types";
import { Capsule } from "../create/Capsule";
import { ChoiceCapsule } from "../create/ChoiceCapsule";
import { RangeCapsule } from "../create/RangeCapsule";
import { iconOf } from "../create/settingLook";
import { canBeUnset, type CapsuleRole, choicesOf, isFixed } from "../draft/controls";
import type { SettingValue } from "../draft/draft";
import { RatioIcon } from "../ui/RatioIcon";
import { useSettingLabel } from "./useSettingLabel";

interface SettingCapsuleProps {
  role: CapsuleRole;
  control: ModelControl;
  value: SettingValue | null;
  /** Whether the control does not have this value. */
  unfit?: boolean;
  onSet(value: SettingValue | undefined): void;
}

/** One setting as its control is: a choice, a range, a switch, or a fact. */
export function SettingCapsule({ role, control, value, unfit = false, onSet }: SettingCapsuleProps) {
  const { t } = useTranslation("groups");
  const label = useSettingLabel();
  const title = t(`settings.${role}`);
  const choices = choicesOf(control);
  const common = { setting: role, title, icon: iconOf(role, value), fault: unfit };
  const labelOf = (each: SettingValue | null) => label(role, each);

  if (isFixed(control) && !unfit) {
    return (
      <Capsule setting={role} tone="fixed" icon={common.icon} disabled title={t("fixed")}>
        {labelOf(value)}
      </Capsule>
    );
  }
  if (control.type === "boolean") {
    const on = value === true;
    return (
      <Capsule
        setting={role}
        tone={on ? "on" : "off"}
        icon={iconOf(role, on)}
        aria-pressed={on}
        className="relative"
        onClick={() => onSet(!on)}
      >
        <span className="sr-only">{title}: </span>
        {labelOf(on)}
      </Capsule>
    );
  }
  if (choices !== null) {
    return (
      <ChoiceCapsule
        {...common}
        choices={choices}
        value={value}
        label={labelOf}
        optionIcon={role === "aspectRatio" ? (each) => <RatioIcon ratio={String(each)} /> : undefined}
        onChoose={onSet}
        onClear={canBeUnset(control) ? () => onSet(undefined) : undefined}
        clauses={control.clauses}
      />
    );
  }
  const { type, min, max, extra } = control;
  return (type === "integer" || type === "number") && min != null && max != null ? (
    <RangeCapsule
      {...common}
      min={min}
      max={max}
      whole={type === "integer"}
      extra={extra?.[0] ?? null}
      value={value === null ? null : Number(value)}
      label={labelOf}
      onChange={onSet}
    />
  ) : null;
}
