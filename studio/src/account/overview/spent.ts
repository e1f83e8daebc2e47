import type { UsageItem } from "./calls";

const day = 24 * 3_600_000;

/** What one model cost; several that cost little are one together, whose model is null. */
export interface ModelSpent {
  readonly model: string | null;
  readonly credits: number;
  readonly takes: number;
  /** By day, as `days` lists them. */
  readonly daily: readonly number[];
}

/** The server's days (UTC) up to now, oldest first, such as "2026-11-21". */
export function daysUntil(now: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(now - (count - 1 - index) * day).toISOString().slice(0, 10),
  );
}

/** The models by what they cost, the dearest first; those beyond `shown` are put together as the last. */
export function spentByModel(items: readonly UsageItem[], days: readonly string[], shown: number): ModelSpent[] {
  const models = new Map<string, UsageItem[]>();
  for (const item of items.filter((one) => days.includes(one.day))) {
    models.set(item.model, [...(models.get(item.model) ?? []), item]);
  }
  const all = [...models].map(([model, its]) => sum(model, its, days)).toSorted((a, b) => b.credits - a.credits);
  if (all.length <= shown) {
    return all;
  }
  const rest = new Set(all.slice(shown - 1).map((one) => one.model));
  const others = items.filter((item) => rest.has(item.model));
  return [...all.slice(0, shown - 1), sum(null, others, days)];
}

function sum(model: string | null, items: readonly UsageItem[], days: readonly string[]): ModelSpent {
  const of = (read: (item: UsageItem) => number, which = items) => which.reduce((total, item) => total + read(item), 0);
  return {
    model,
    credits: of((item) => item.credits),
    takes: of((item) => item.count),
    daily: days.map((one) =>
      of(
        (item) => item.credits,
        items.filter((item) => item.day === one),
      ),
    ),
  };
}

/** The tops of stacked bars, the first model at the bottom; null where a model has no part of a bar. */
export function stacked(models: readonly ModelSpent[]): (number | null)[][] {
  const sums: number[] = [];
  return models.map(({ daily }) =>
    daily.map((credits, index) => {
      sums[index] = (sums[index] ?? 0) + credits;
      return credits > 0 ? sums[index] : null;
    }),
  );
}

/** With the name that people know the model by. */
export interface NamedSpent extends ModelSpent {
  readonly name: string;
}
