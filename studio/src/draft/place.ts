import type { Model, ModelMode } from "../api/types";
import { controlOf } from "./controls";
import { type Draft, mediaIn } from "./draft";
import { type MediaKind, mediaKinds, type MediaRole, mediaRoles, roomIn } from "./media";

/** Where a file without a chosen place goes: the first free one for its kind in this mode, else in the first mode that has one. */
export function placeFor(
  model: Model,
  mode: ModelMode,
  draft: Draft,
  kind: MediaKind,
): { mode: ModelMode; role: MediaRole } | "none" | "full" {
  const roles = mediaRoles.filter((role) => mediaKinds[role] === kind);
  const modes = [mode, ...model.modes.filter((other) => other !== mode)];
  const first = modes.find((each) => roles.some((role) => controlOf(each, role) !== undefined));
  if (first === undefined) {
    return "none";
  }
  const free = roles.find((role) => {
    const control = controlOf(first, role);
    return control !== undefined && mediaIn(draft, role).length < roomIn(control);
  });
  return free === undefined ? "full" : { mode: first, role: free };
}
