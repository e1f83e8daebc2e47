import { useQuery } from "@tanstack/react-query";
import { fetchTake } from "../../api/calls";
import type { Generation } from "../../api/types";
import { useFeed } from "../../feed/FeedProvider";

export interface TakeFace {
  readonly prompt: string | undefined;
  readonly model: string;
  readonly gradient: readonly string[];
}

/** What a take is known by: from the feed where it is there, else read by its id. */
export function useTakeOf(id: string | undefined): TakeFace | undefined {
  const { takes, loaded } = useFeed();
  const known = takes.find((take) => take.id === id);
  const { data } = useQuery({
    queryKey: ["take-face", id],
    queryFn: ({ signal }) => fetchTake(id ?? "", signal),
    enabled: id !== undefined && loaded && known === undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const take = known ?? data;
  return take && faceOf(take);
}

const faceOf = (take: Generation): TakeFace => ({
  prompt: take.input.prompt ?? undefined,
  model: take.model.name,
  gradient: take.model.gradient,
});
