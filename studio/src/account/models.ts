import { useQuery } from "@tanstack/react-query";
import { fetchModels } from "../api/calls";
import type { Model } from "../api/types";

/** The models by their ids, for names and colours; empty until they are known. */
export function useModelsById(): ReadonlyMap<string, Model> {
  const { data } = useQuery({ queryKey: ["models"], queryFn: ({ signal }) => fetchModels(signal), select: byId });
  return data ?? none;
}

const none: ReadonlyMap<string, Model> = new Map();

const byId = (models: readonly Model[]): ReadonlyMap<string, Model> =>
  new Map(models.map((model) => [model.id, model]));
