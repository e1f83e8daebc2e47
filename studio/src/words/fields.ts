import { parameterPrefix } from "../draft/controls";
import { spelled } from "./models";

const labels: Record<string, string> = {
  promptOptimizer: "Improve the prompt",
  translation: "Translate the prompt",
  cfgScale: "Prompt strictness",
  removeWatermark: "Leave out the provider's mark",
  "parameters.nsfw_checker": "Content filter",
  "parameters.enable_safety_checker": "Safety filter",
};

/** The name of a setting; one without a word of ours is spelled out from its id. */
export function fieldLabel(role: string): string {
  return labels[role] ?? spelled(role.replace(parameterPrefix, ""));
}
