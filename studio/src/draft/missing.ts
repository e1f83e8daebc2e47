import type { ModelMode } from "../api/types";
import { allows, controlOf, fieldsOf } from "./controls";
import { type Draft, mediaIn } from "./draft";
import { isMediaRole, type MediaRole } from "./media";

export type Missing = { kind: "file"; role: MediaRole } | { kind: "take" } | { kind: "setting"; role: string };

function isGiven(mode: ModelMode, role: string, draft: Draft): boolean {
  const control = controlOf(mode, role);
  if (control === undefined) {
    return false;
  }
  if (control.type === "take") {
    return draft.source !== null;
  }
  if (isMediaRole(role)) {
    return mediaIn(draft, role).length > 0;
  }
  const value = role === "prompt" ? draft.prompt.trim() : draft.settings[role];
  return value !== undefined && value !== "" && (role === "prompt" || allows(control, value));
}

const as = (role: string): Missing =>
  isMediaRole(role) ? { kind: "file", role } : role === "source" ? { kind: "take" } : { kind: "setting", role };

/** The first thing besides the prompt that a request needs and that is not there yet. */
export function missingIn(mode: ModelMode, draft: Draft): Missing | null {
  const needed = mode.controls.filter(({ role, type, required }) => required && (type === "take" || isMediaRole(role)));
  const first = [...needed, ...fieldsOf(mode).required].find(({ role }) => !isGiven(mode, role, draft));
  if (first !== undefined) {
    return as(first.role);
  }
  for (const { when, anyOf } of mode.rules) {
    const roles = anyOf?.filter((role) => controlOf(mode, role) !== undefined) ?? [];
    const role = roles.find((each) => each !== "prompt");
    const binds = Object.keys(when).length === 0 && role !== undefined;
    if (binds && !roles.includes("prompt") && !roles.some((each) => isGiven(mode, each, draft))) {
      return as(role);
    }
  }
  return null;
}

/** A field that was typed in and cannot be sent as it is. */
export function unfitIn(mode: ModelMode, draft: Draft): string | null {
  const { required, more } = fieldsOf(mode);
  const unfit = [...required, ...more].find(({ role, type, ...rest }) => {
    const value = draft.settings[role];
    const typed = type === "list" || type === "number" || type === "integer" || type === "text";
    return typed && role !== "seed" && value !== undefined && !allows({ role, type, ...rest }, value);
  });
  return unfit?.role ?? null;
}
