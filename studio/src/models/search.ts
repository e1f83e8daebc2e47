import type { Model } from "../api/types";
import { controlOf } from "../draft/controls";

export type Sort = "suggested" | "price" | "speed";

export interface ModelFilter {
  readonly text: string;
  readonly mode: string | null;
  readonly sound: boolean;
  readonly fullHd: boolean;
  readonly sort: Sort;
}

export const noFilter: ModelFilter = { text: "", mode: null, sound: false, fullHd: false, sort: "suggested" };

/** Lines of a resolution's name: "1080p" → 1080, "4k" → 2160; 0 when it names none. */
export function linesOf(resolution: string): number {
  const k = /^(\d+)k$/i.exec(resolution);
  return k === null ? Number.parseInt(resolution, 10) || 0 : Number(k[1]) * 540;
}

/** Every value that a role may take in any mode, without repeats. */
export function choicesAcross(model: Model, role: string): string[] {
  const all = model.modes.flatMap((mode) => (controlOf(mode, role)?.choices ?? []).map(String));
  return [...new Set(all)];
}

/** The largest picture a model can make, as its own word for it; null when the model does not say. */
export function largestResolution(model: Model): string | null {
  return choicesAcross(model, "resolution").toSorted((a, b) => linesOf(b) - linesOf(a))[0] ?? null;
}

/** The models that pass a filter. `modeLabel` makes a mode findable by the word that people see. */
export function searchModels(
  models: readonly Model[],
  filter: ModelFilter,
  modeLabel: (mode: string) => string,
): readonly Model[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = models.filter((model) => {
    const modes = model.modes.map((mode) => mode.mode);
    const text = [model.name, model.vendor, model.family, model.summary, model.badge, ...model.aliases]
      .concat(modes.map(modeLabel), model.sound === "never" ? [] : ["sound"])
      .join(" ")
      .toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (filter.mode === null || modes.includes(filter.mode)) &&
      (!filter.sound || model.sound !== "never") &&
      (!filter.fullHd || linesOf(largestResolution(model) ?? "") >= 1080)
    );
  });
  if (filter.sort === "suggested") {
    return found;
  }
  const rank = (model: Model) => (filter.sort === "price" ? model.fromCredits : model.typicalSeconds);
  return found.toSorted((a, b) => rank(a) - rank(b));
}
