import type { Asset, ModelControl } from "../api/types";
import type { MediaKind } from "./media";

const aliases: Record<string, string> = {
  "audio/mp3": "audio/mpeg",
  "audio/x-wav": "audio/wav",
  "audio/wave": "audio/wav",
  "audio/vnd.wave": "audio/wav",
  "audio/m4a": "audio/mp4",
  "audio/x-m4a": "audio/mp4",
  "audio/x-aac": "audio/aac",
  "audio/x-flac": "audio/flac",
  "video/x-m4v": "video/mp4",
  "image/jpg": "image/jpeg",
};
const names: Record<string, string> = {
  "image/jpeg": "JPEG",
  "image/webp": "WebP",
  "video/quicktime": "MOV",
  "video/webm": "WebM",
  "video/x-matroska": "MKV",
  "video/x-msvideo": "AVI",
  "audio/mpeg": "MP3",
  "audio/mp4": "M4A",
};
const usual: Record<MediaKind, readonly string[]> = {
  image: ["image/png", "image/jpeg", "image/webp"],
  video: ["video/mp4", "video/quicktime", "video/webm"],
  audio: ["audio/mpeg", "audio/wav", "audio/mp4"],
};

const plain = (type: string) => aliases[type] ?? type;

export function kindOf(type: string): MediaKind | null {
  const kind = type.split("/")[0];
  return kind === "image" || kind === "video" || kind === "audio" ? kind : null;
}

/** The kinds of file that a control takes, by the names people know. */
export function typesOf(control: ModelControl | undefined, kind: MediaKind): readonly string[] {
  const types = (control?.contentTypes ?? usual[kind]).map(plain);
  return [...new Set(types)].map(
    (type) => names[type] ?? (type.split("/")[1] ?? type).replace(/^x-/, "").toUpperCase(),
  );
}

export type FileFault =
  | { kind: "wrongType" }
  | { kind: "tooLarge"; megabytes: number }
  | { kind: "tooShort"; seconds: number }
  | { kind: "tooLong"; seconds: number };

/** Why a file cannot be taken for a control, as far as that is known before it is sent. A browser may not know its type. */
export function faultOf(
  file: { type: string; size: number },
  control: ModelControl | undefined,
  kind: MediaKind,
): FileFault | null {
  const types = control?.contentTypes?.map(plain);
  if (file.type !== "" && (types ? !types.includes(plain(file.type)) : kindOf(file.type) !== kind)) {
    return { kind: "wrongType" };
  }
  const megabytes = control?.maxMegabytes;
  return typeof megabytes === "number" && file.size > megabytes * 1_000_000 ? { kind: "tooLarge", megabytes } : null;
}

/** Seconds by which the server lets a length be off. */
const tolerance = 0.1;

/** Why an uploaded file cannot be used after all: its length is known only now. */
export function lengthFaultOf({ durationSeconds }: Asset, control: ModelControl | undefined): FileFault | null {
  if (durationSeconds == null || control === undefined) {
    return null;
  }
  if (control.minSeconds != null && durationSeconds < control.minSeconds - tolerance) {
    return { kind: "tooShort", seconds: control.minSeconds };
  }
  return control.maxSeconds != null && durationSeconds > control.maxSeconds + tolerance
    ? { kind: "tooLong", seconds: control.maxSeconds }
    : null;
}
