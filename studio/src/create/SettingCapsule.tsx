import { useTranslation } from "react-i18next";
import { canBeUnset, type CapsuleRole, choicesOf, controlOf, isFixed, valueOf } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { RatioIcon } from "../ui/RatioIcon";
import { Capsule } from "./Capsule";
import { ChoiceCapsule } from "./ChoiceCapsule";
import { RangeCapsule } from "./RangeCapsule";
import { iconOf, labelOf } from "./settingLook";

/** One capsule, as the control is: a choice, a range, a switch, or a fact; nothing when the model lacks it. */
export function SettingCapsule({ role, fault }: { role: CapsuleRole; fault: boolean }) {
  const { t } = useTranslation("create");
  const { model, mode, draft, set } = useDraft();
  const control = controlOf(mode, role);
  const title = t(`titles.${role}`);
  const value = control === undefined ? null : valueOf(control, draft);

  if (control === undefined || isFixed(control)) {
    const always = role === "sound" && model.sound === "always" ? true : value;
    if (always === null) {
      return null;
    }
    const label =
      role === "sound" ? t(always === true ? "capsules.soundFixed" : "capsules.soundOff") : labelOf(role, always, t);
    return (
      <Capsule
        setting={role}
        tone="fixed"
        icon={iconOf(role, always)}
        disabled
        title={t("capsules.always", { model: model.name, value: label })}
      >
        {label}
      </Capsule>
    );
  }
  const choices = choicesOf(control);
  if (control.type === "boolean") {
    const on = value === true;
    return (
      <Capsule
        setting={role}
        tone={on ? "on" : "off"}
        icon={iconOf(role, on)}
        fault={fault}
        aria-pressed={on}
        aria-label={title}
        onClick={() => set(role, !on)}
      >
        {labelOf(role, on, t)}
      </Capsule>
    );
  }
  if (choices === null) {
    return (control.type === "integer" || control.type === "number") && control.min != null && control.max != null ? (
      <RangeCapsule
        setting={role}
        title={title}
        min={control.min}
        max={control.max}
        whole={control.type === "integer"}
        extra={control.extra?.[0] ?? null}
        value={value === null ? null : Number(value)}
        icon={iconOf(role, value)}
        label={(each) => labelOf(role, each, t)}
        fault={fault}
        onChange={(next) => set(role, next)}
      />
    ) : null;
  }
  return (
    <ChoiceCapsule
      setting={role}
      title={title}
      hint={role === "aspectRatio" && choices.includes("auto") ? t("ratioHint") : undefined}
      choices={choices}
      value={value}
      icon={iconOf(role, value)}
      label={(each) => labelOf(role, each, t)}
      optionIcon={role === "aspectRatio" ? (each) => <RatioIcon ratio={String(each)} /> : undefined}
      fault={fault}
      onChoose={(next) => set(role, next)}
      onClear={canBeUnset(control) ? () => set(role, undefined) : undefined}
      clauses={control.clauses}
    />
  );
}
