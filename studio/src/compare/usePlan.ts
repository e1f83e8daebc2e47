import { useMemo, useState } from "react";
import type { GenerateRequest, Model } from "../api/types";
import { sampleModels } from "../create/sampleModels";
import type { Draft, SettingValue } from "../draft/draft";
import { useDraft } from "../draft/DraftProvider";
import { recentModels } from "../draft/recent";
import { draftOfRequest, modelNamed } from "../groups/items";
import type { Group } from "../groups/types";
import { comparable, ownRoles, type Plan, requestFor, sharedRoles, usual } from "./plan";

const atFirst = 3;

function withSetting(settings: Draft["settings"], role: string, value: SettingValue | undefined): Draft["settings"] {
  const { [role]: _, ...rest } = settings;
  return value === undefined ? rest : { ...rest, [role]: value };
}

/** The plan that a kept comparison was made by, so that it can be changed and run anew. */
function planOf(requests: readonly GenerateRequest[], models: readonly Model[]): Plan {
  const settings: Record<string, SettingValue> = {};
  const own: Record<string, Record<string, SettingValue>> = {};
  for (const request of requests) {
    const id = modelNamed(models, request.model)?.id;
    for (const [role, value] of Object.entries(draftOfRequest(request).settings)) {
      if (role === "seed" || (sharedRoles as readonly string[]).includes(role)) {
        settings[role] ??= value;
      } else if (id !== undefined && ownRoles.includes(role)) {
        own[id] = { ...own[id], [role]: value };
      }
    }
  }
  const ids = requests.flatMap(({ model }) => modelNamed(models, model)?.id ?? []);
  return { prompt: requests[0]?.prompt ?? "", models: ids, settings: { sound: true, ...settings }, own };
}

/** The plan of the comparison in hand: that of an earlier one, else the composer's prompt on models used lately. */
export function usePlan(from: Group | undefined) {
  const { models: all, draft, model } = useDraft();
  const models = useMemo(() => comparable(all), [all]);
  const [plan, setPlan] = useState<Plan>(() => {
    if (from !== undefined) {
      const requests = from.items.map(({ request }) => request);
      return planOf(requests, models);
    }
    const usable = new Set(models.filter(({ available }) => available).map(({ id }) => id));
    const ids = [model.id, ...recentModels(), ...sampleModels(models, atFirst).map(({ id }) => id)];
    const chosen = [...new Set(ids)].filter((id) => usable.has(id)).slice(0, atFirst);
    const first = models.find(({ id }) => id === chosen[0]);
    return { prompt: draft.prompt, models: chosen, settings: first === undefined ? {} : usual(first), own: {} };
  });
  const chosen = useMemo(
    () => plan.models.flatMap((id) => models.find((each) => each.id === id) ?? []),
    [plan.models, models],
  );
  const requests = useMemo(() => chosen.map((each) => requestFor(each, plan)), [chosen, plan]);

  return {
    plan,
    models,
    chosen,
    requests,
    setPrompt: (prompt: string) => setPlan((current) => ({ ...current, prompt })),
    add: (id: string) => setPlan((current) => ({ ...current, models: [...new Set([...current.models, id])] })),
    remove: (id: string) =>
      setPlan((current) => ({ ...current, models: current.models.filter((each) => each !== id) })),
    set(role: string, value: SettingValue | undefined) {
      setPlan((current) => ({ ...current, settings: withSetting(current.settings, role, value) }));
    },
    setOwn(id: string, role: string, value: SettingValue | undefined) {
      setPlan((current) => ({
        ...current,
        own: { ...current.own, [id]: withSetting(current.own[id] ?? {}, role, value) },
      }));
    },
  };
}
