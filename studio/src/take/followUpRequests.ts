import type { GenerateRequest, Generation, Model } from "../api/types";
import { controlOf } from "../draft/controls";
import type { Action } from "./calls";

/** The requests that a follow-up may become, to price it. There are several where the server alone knows which of a model's tiers makes a size. */
export function followUpRequests(
  { name, model: id, resolutions = [] }: Action,
  take: Generation,
  models: readonly Model[],
  { prompt, resolution }: { prompt: string; resolution: string },
): readonly GenerateRequest[] {
  if (name === "remix") {
    return [{ ...take.input, prompt }];
  }
  const modes = models.find((model) => model.id === id)?.modes.filter(({ mode }) => mode === name) ?? [];
  const base = { model: id, mode: name, source: take.id };
  if (name === "extend") {
    // What must be said is taken over from the take, as the server does.
    const had = take.input as unknown as Record<string, unknown>;
    const asked = (modes[0]?.controls ?? []).filter(
      ({ role, required, default: usual }) => required && usual == null && role !== "source" && had[role] != null,
    );
    return [{ ...base, ...Object.fromEntries(asked.map(({ role }) => [role, had[role]])), prompt }];
  }
  const [first] = modes;
  if (first !== undefined && controlOf(first, "resolution") !== undefined) {
    return [{ ...base, resolution }];
  }
  const inTier = (tier: string) => ({ ...base, tier });
  const tiers =
    modes.length === resolutions.length ? modes.filter((_, index) => resolutions[index] === resolution) : modes;
  return tiers.map(({ tier }) => (tier == null ? base : inTier(tier)));
}
