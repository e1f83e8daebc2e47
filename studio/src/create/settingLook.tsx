import { Camera, Clock, Monitor, Palette, PersonStanding, Split, Video, Volume2, VolumeX } from "lucide-react";
import type { ReactNode } from "react";
import type { CapsuleRole } from "../draft/controls";
import type { SettingValue } from "../draft/draft";
import { RatioIcon } from "../ui/RatioIcon";
import { composerWords } from "../words/composer";
import { spelled } from "../words/models";

const text = composerWords.capsules;

/** The word on a capsule for one of its values. */
export function labelOf(role: CapsuleRole, value: SettingValue | null): string {
  if (value === null) {
    return role === "style" || role === "camera" ? composerWords.titles[role] : text.unset;
  }
  switch (role) {
    case "duration":
      return Number(value) > 0 ? text.seconds(Number(value)) : text.byModel;
    case "sound":
      return value === true ? text.soundOn : text.soundOff;
    case "multiShot":
      return text.multiShot;
    case "fixedLens":
      return text.still;
    case "characterOrientation":
      return text.facing[String(value)] ?? spelled(String(value));
    default: {
      const word = String(value);
      return /^\d/.test(word) ? word.replace(/^(\d+)k$/i, "$1K") : spelled(word);
    }
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
