import type { Model } from "../api/types";
import { controlOf } from "../draft/controls";

export const sorts = ["suggested", "price", "speed", "name"] as const;
export type Sort = (typeof sorts)[number];

export interface ModelFilter {
  readonly text: string;
  readonly mode: string | null;
  readonly category: string | null;
  readonly vendor: string | null;
  readonly sound: boolean;
  /** The fewest lines that its largest picture has. */
  readonly lines: number;
  /** Only those that were seen to work lately. */
  readonly works: boolean;
  readonly sort: Sort;
}

export const noFilter: ModelFilter = {
  text: "",
  mode: null,
  category: null,
  vendor: null,
  sound: false,
  lines: 0,
  works: false,
  sort: "suggested",
};

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

/** Whether its videos can be heard, as far as anyone says. */
export function makesSound({ sound }: Model): boolean {
  return sound === "always" || sound === "optional" || sound === "kept";
}

/** The lines of the largest picture that a model can make; 0 when it does not say. */
export const mostLinesOf = (model: Model): number => linesOf(largestResolution(model) ?? "");

/** Whether it can be used and was seen to make videos lately. */
export function worksToday({ available, health }: Model): boolean {
  return available && (health.status === "works" || health.status === "degraded");
}

/** Who makes some models, by the alphabet. */
export function vendorsOf(models: readonly Model[]): readonly string[] {
  return [...new Set(models.map(({ vendor }) => vendor))].toSorted((a, b) => a.localeCompare(b));
}

/** The categories of some models, the most used first. */
export function categoriesOf(models: readonly Model[]): readonly { category: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const category of models.flatMap((model) => model.categories)) {
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return [...counts].map(([category, count]) => ({ category, count })).toSorted((a, b) => b.count - a.count);
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
    const text = [model.name, model.vendor, model.family, model.summary, model.bestFor, model.badge]
      .concat(model.aliases, model.categories, modes.map(modeLabel), makesSound(model) ? ["sound"] : [])
      .join(" ")
      .toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (filter.mode === null || modes.includes(filter.mode)) &&
      (filter.category === null || model.categories.includes(filter.category)) &&
      (filter.vendor === null || model.vendor === filter.vendor) &&
      (!filter.sound || makesSound(model)) &&
      (!filter.works || worksToday(model)) &&
      mostLinesOf(model) >= filter.lines
    );
  });
  return filter.sort === "suggested" ? found : found.toSorted(orders[filter.sort]);
}

const orders: Record<Exclude<Sort, "suggested">, (a: Model, b: Model) => number> = {
  price: (a, b) => a.fromCredits - b.fromCredits,
  speed: (a, b) => a.typicalSeconds - b.typicalSeconds,
  name: (a, b) => a.name.localeCompare(b.name),
};
