import { lazy } from "react";

const load = {
  slider: () => import("./RangeSlider"),
  choices: () => import("./ChoiceGrid"),
  fields: () => import("./FieldsPanel"),
  history: () => import("./HistoryList"),
  enhanced: () => import("./EnhancedPrompt"),
};

/** What opens from the composer; it comes after the page. */
export const RangeSlider = lazy(load.slider);
export const ChoiceGrid = lazy(load.choices);
export const FieldsPanel = lazy(load.fields);
export const HistoryList = lazy(load.history);
export const EnhancedPrompt = lazy(load.enhanced);

export function preloadParts(): void {
  for (const part of Object.values(load)) {
    part().catch(() => undefined);
  }
}
