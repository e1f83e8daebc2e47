import type { Model } from "../api/types";
import { controlOf } from "../draft/controls";
import { modesOf } from "../draft/modes";
import { count, span } from "../ui/format";
import { modeLabel, modelWords } from "../words/models";
import { choicesAcross } from "./search";

/** "5, 10 s", or "3–15 s" where any whole number will do; null when the model does not say. */
export function lengthsOf(model: Model): string | null {
  const choices = choicesAcross(model, "duration")
    .map(Number)
    .filter((seconds) => seconds > 0);
  if (choices.length > 0) {
    const sorted = choices.toSorted((a, b) => a - b);
    return sorted.length > 6 ? `${sorted[0]}–${sorted.at(-1)} s` : `${sorted.join(", ")} s`;
  }
  const control = model.modes.map((mode) => controlOf(mode, "duration")).find((each) => each !== undefined);
  return control?.min != null && control.max != null ? `${control.min}–${control.max} s` : null;
}

/** The facts of the detail pane, in order; what a model does not say is left out. */
export function factsOf(model: Model): ReadonlyArray<readonly [string, string]> {
  const list = (role: string) =>
    choicesAcross(model, role)
      .join(", ")
      .replaceAll(/(\d)k\b/g, "$1K") || null;
  const promptLimit = model.modes.map((mode) => controlOf(mode, "prompt")?.maxLength).find((each) => each != null);
  const facts: ReadonlyArray<readonly [string, string | null]> = [
    [
      modelWords.facts.modes,
      modesOf(model)
        .map(({ mode }) => modeLabel(mode))
        .join(", "),
    ],
    [modelWords.facts.length, lengthsOf(model)],
    [modelWords.facts.ratios, list("aspectRatio")],
    [modelWords.facts.size, list("resolution")],
    [modelWords.facts.sound, modelWords.soundKinds[model.sound] ?? null],
    [modelWords.facts.prompt, promptLimit == null ? null : modelWords.characters(count(promptLimit))],
    [modelWords.facts.time, span(model.health.p50Seconds ?? model.typicalSeconds)],
    [
      modelWords.facts.success,
      model.health.successRate == null ? null : modelWords.made(model.health.successRate, model.health.takes),
    ],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== null);
}
