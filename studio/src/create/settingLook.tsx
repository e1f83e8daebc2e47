import { Camera, Clock, Monitor, Palette, PersonStanding, Split, Video, Volume2, VolumeX } from "lucide-react";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { inSeconds } from "../ui/format";
import { valueLabel } from "../i18n/names";
import type { CapsuleRole } from "../draft/controls";
import type { SettingValue } from "../draft/draft";
import { RatioIcon } from "../ui/RatioIcon";

/** The word on a capsule for one of its values. */
export function labelOf(role: CapsuleRole, value: SettingValue | null, t: TFunction<"create">): string {
  if (value === null) {
    return t(role === "style" || role === "camera" ? `titles.${role}` : "fields.automatic");
  }
  switch (role) {
    case "duration":
      return Number(value) > 0 ? inSeconds(Number(value)) : t("capsules.byModel");
    case "sound":
      return t(value === true ? "capsules.soundOn" : "capsules.soundOff");
    case "multiShot":
      return t("capsules.multiShot");
    case "fixedLens":
      return t("capsules.still");
    case "characterOrientation":
      return value === "image" || value === "video" ? t(`capsules.facing.${value}`) : valueLabel(String(value));
    default:
      return valueLabel(String(value));
  }
}

export function iconOf(role: CapsuleRole, value: SettingValue | null): ReactNode {
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
    case "camera":
      return <Video size={15} aria-hidden />;
    case "fixedLens":
      return <Camera size={15} aria-hidden />;
    case "characterOrientation":
      return <PersonStanding size={15} aria-hidden />;
    case "multiShot":
      return <Split size={15} aria-hidden />;
  }
}
