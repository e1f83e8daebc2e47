import { Clock, Monitor, Palette, Split, Volume2, VolumeX } from "lucide-react";
import type { ReactNode } from "react";
import { choicesOf, controlOf, isFixed, valueOf } from "../draft/controls";
import type { SettingValue } from "../draft/draft";
import { useDraft } from "../draft/DraftProvider";
import { RatioIcon } from "../ui/RatioIcon";
import { composerWords } from "../words/composer";
import { Capsule } from "./Capsule";
import { ChoiceCapsule } from "./ChoiceCapsule";
import { RangeCapsule } from "./RangeCapsule";

type CapsuleRole = keyof typeof composerWords.titles;
const text = composerWords.capsules;

function labelOf(role: CapsuleRole, value: SettingValue | null): string {
  if (value === null) {
    return text.unset;
  }
  switch (role) {
    case "duration":
      return text.seconds(Number(value));
    case "sound":
      return value === true ? text.soundOn : text.soundOff;
    case "multiShot":
      return text.multiShot;
    default: {
      const word = String(value);
      return /^\d/.test(word) ? word.replace(/^(\d+)k$/i, "$1K") : word.charAt(0).toUpperCase() + word.slice(1);
    }
  }
}

function iconOf(role: CapsuleRole, value: SettingValue | null): ReactNode {
  switch (role) {
    case "duration":
      return <Clock size={15} aria-hidden />;
    case "aspectRatio":
      return <RatioIcon ratio={String(value)} />;
    case "resolution":
      return <Monitor size={15} aria-hidden />;
    case "sound":
      return value === false ? <VolumeX size={15} aria-hidden /> : <Volume2 size={15} aria-hidden />;
    case "style":
      return <Palette size={15} aria-hidden />;
    case "multiShot":
      return <Split size={15} aria-hidden />;
  }
}

/** One capsule, as the control is: a choice, a range, a switch, or a fact; nothing when the model lacks it. */
export function SettingCapsule({ role, fault }: { role: CapsuleRole; fault: boolean }) {
  const { model, mode, draft, set } = useDraft();
  const control = controlOf(mode, role);
  const title = composerWords.titles[role];
  const value = control === undefined ? null : valueOf(control, draft);

  if (control === undefined || isFixed(control)) {
    const always = role === "sound" && model.sound === "always" ? true : value;
    if (always === null) {
      return null;
    }
    const label = role === "sound" ? (always === true ? text.soundFixed : text.silentFixed) : labelOf(role, always);
    return (
      <Capsule setting={role} tone="fixed" icon={iconOf(role, always)} disabled title={text.always(model.name, label)}>
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
        {labelOf(role, on)}
      </Capsule>
    );
  }
  if (choices === null) {
    return control.type === "integer" && control.min != null && control.max != null ? (
      <RangeCapsule
        setting={role}
        title={title}
        min={control.min}
        max={control.max}
        value={value === null ? null : Number(value)}
        icon={iconOf(role, value)}
        label={(each) => labelOf(role, each)}
        fault={fault}
        onChange={(next) => set(role, next)}
      />
    ) : null;
  }
  return (
    <ChoiceCapsule
      setting={role}
      title={title}
      hint={role === "aspectRatio" && choices.includes("auto") ? composerWords.ratioHint : undefined}
      choices={choices}
      value={value}
      icon={iconOf(role, value)}
      label={(each) => labelOf(role, each)}
      optionIcon={role === "aspectRatio" ? (each) => <RatioIcon ratio={String(each)} /> : undefined}
      fault={fault}
      onChoose={(next) => set(role, next)}
    />
  );
}
