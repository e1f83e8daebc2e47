import type { Model, ModelControl, ModelMode } from "../api/types";
import { controlOf } from "./controls";
import type { Draft, PictureRole } from "./draft";

const roles: readonly PictureRole[] = ["firstFrame", "lastFrame", "references"];

/** Where a picture without a chosen place goes: the first free one in this mode, else in the first mode that has one. */
export function placeFor(
  model: Model,
  mode: ModelMode,
  draft: Draft,
): { mode: string; role: PictureRole } | "none" | "full" {
  const modes = [mode, ...model.modes.filter((other) => other !== mode)];
  const first = modes.find((each) => roles.some((role) => controlOf(each, role) !== undefined));
  if (first === undefined) {
    return "none";
  }
  const free = roles.find((role) => hasRoom(controlOf(first, role), role, draft));
  return free === undefined ? "full" : { mode: first.mode, role: free };
}

function hasRoom(control: ModelControl | undefined, role: PictureRole, draft: Draft): boolean {
  if (control === undefined) {
    return false;
  }
  return role === "references" ? draft.references.length < (control.maxItems ?? Infinity) : draft[role] === null;
}

const typeNames: Record<string, string> = { "image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WebP" };

/** The kinds of picture that a control takes, by the names people know. */
export function typesOf(control: ModelControl | undefined): readonly string[] {
  return (control?.contentTypes ?? Object.keys(typeNames)).map((type) => typeNames[type] ?? type.replace("image/", ""));
}

export type PictureFault = { kind: "wrongType" } | { kind: "tooLarge"; megabytes: number };

/** Why a file cannot be taken for a control, as far as that is known before it is sent. */
export function faultOf(file: { type: string; size: number }, control: ModelControl | undefined): PictureFault | null {
  const types = control?.contentTypes;
  if (types ? !types.includes(file.type) : !file.type.startsWith("image/")) {
    return { kind: "wrongType" };
  }
  const megabytes = control?.maxMegabytes;
  return typeof megabytes === "number" && file.size > megabytes * 1_000_000 ? { kind: "tooLarge", megabytes } : null;
}
