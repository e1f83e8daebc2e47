import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { fetchTake } from "../api/calls";
import { useFeed } from "../feed/FeedProvider";
import { binnedHere, takeKey } from "../library/cache";

/** One take with its history, read again at each of its events and whenever the stream comes back. */
export function useTake(id: string) {
  const queryClient = useQueryClient();
  const { takes, online } = useFeed();
  const live = takes.find((take) => take.id === id);
  const take = useQuery({ queryKey: takeKey(id), queryFn: ({ signal }) => fetchTake(id, signal), staleTime: 5_000 });
  const stamp = `${online} ${live?.status} ${live?.updatedAt} ${live?.progress}`;
  const before = useRef(stamp);
  useEffect(() => {
    if (before.current !== stamp) {
      before.current = stamp;
      if (live !== undefined || !binnedHere.has(id)) {
        void queryClient.invalidateQueries({ queryKey: takeKey(id) });
      }
    }
  }, [stamp, live, id, queryClient]);
  return take;
}
