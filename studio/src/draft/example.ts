import type { ModelControl } from "../api/types";

function sampleOf(control: ModelControl): unknown {
  const { type, choices, default: usual, min } = control;
  if (usual != null) {
    return usual;
  }
  if (choices?.length) {
    return choices[0];
  }
  switch (type) {
    case "integer":
    case "number":
      return min ?? 1;
    case "boolean":
      return false;
    case "list":
    case "images":
    case "videos":
    case "audios":
      return [];
    default:
      return "…";
  }
}

/** What a list looks like, as JSON with one item. */
export function exampleOf({ items }: ModelControl): string {
  const item = items?.length ? Object.fromEntries(items.map((field) => [field.role, sampleOf(field)])) : "…";
  return JSON.stringify([item]);
}
