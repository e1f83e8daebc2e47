import type { TFunction } from "i18next";
import type { Model } from "../api/types";
import { controlOf } from "../draft/controls";
import { modesOf } from "../draft/modes";
import { modeLabel, valueLabel } from "../i18n/names";
import { inSeconds, percent, span } from "../ui/format";
import { choicesAcross } from "./search";

/** "5, 10 s", or "3–15 s" where any whole number will do; null when the model does not say. */
export function lengthsOf(model: Model): string | null {
  const choices = choicesAcross(model, "duration")
    .map(Number)
    .filter((seconds) => seconds > 0);
  if (choices.length > 0) {
    const sorted = choices.toSorted((a, b) => a - b);
    return inSeconds(sorted.length > 6 ? `${sorted[0]}–${sorted.at(-1)}` : sorted.join(", "));
  }
  const control = model.modes.map((mode) => controlOf(mode, "duration")).find((each) => each !== undefined);
  return control?.min != null && control.max != null ? inSeconds(`${control.min}–${control.max}`) : null;
}

/** The facts of the detail pane, in order; what a model does not say is left out. */
export function factsOf(model: Model, t: TFunction<"models">): ReadonlyArray<readonly [string, string]> {
  const { sound, health } = model;
  const list = (role: string) => choicesAcross(model, role).map(valueLabel).join(", ") || null;
  const modes = modesOf(model).map(({ mode }) => modeLabel(mode));
  const prompt = model.modes.map((mode) => controlOf(mode, "prompt")?.maxLength).find((each) => each != null);
  const facts: ReadonlyArray<readonly [string, string | null]> = [
    [t("facts.modes"), modes.join(", ")],
    [t("facts.length"), lengthsOf(model)],
    [t("facts.ratios"), list("aspectRatio")],
    [t("facts.size"), list("resolution")],
    [t("facts.sound"), sound === "unstated" ? null : t(`soundKinds.${sound}`)],
    [t("facts.prompt"), prompt == null ? null : t("characters", { count: prompt })],
    [t("facts.time"), span(health.p50Seconds ?? model.typicalSeconds)],
    [
      t("facts.success"),
      health.successRate == null ? null : t("made", { share: percent(health.successRate), count: health.takes }),
    ],
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== null);
}
