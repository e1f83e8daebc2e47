import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { isLost } from "../api/problem";
import { newKey } from "../feed/outbox";
import { fetchJoin, fetchJoins, type Join, type JoinRequest, joinKey, startJoin } from "./calls";

const lookAgainAfter = 1_000;
const isMaking = (join: Join | undefined) => join?.status === "queued" || join?.status === "running";

/** The film of a storyboard: the newest that was made of these takes, or the one that is being made. */
export function useJoin(takes: readonly string[]) {
  const [started, setStarted] = useState<string | null>(null);
  const press = useRef<{ key: string; body: string } | null>(null);
  const earlier = useQuery({ queryKey: ["joins"], queryFn: ({ signal }) => fetchJoins(signal), staleTime: 0 });
  const last = earlier.data?.find(({ clips }) => clips.every(({ generation }) => takes.includes(generation)));
  const id = started ?? last?.id ?? null;
  const { data: join, error } = useQuery({
    queryKey: joinKey(id),
    queryFn: ({ signal }) => fetchJoin(id ?? "", signal),
    enabled: id !== null,
    refetchInterval: ({ state }) => (isMaking(state.data) ? lookAgainAfter : false),
    staleTime: 0,
  });
  const start = useMutation({
    mutationFn: async (body: JoinRequest) => {
      const text = JSON.stringify(body);
      const sent = press.current?.body === text ? press.current : { key: newKey(), body: text };
      press.current = sent;
      try {
        const answer = await startJoin(body, sent.key);
        press.current = null;
        return answer;
      } catch (cause) {
        press.current = isLost(cause) ? sent : null;
        throw cause;
      }
    },
    onSuccess: ({ id: next }) => setStarted(next),
  });
  return { join, error: start.error ?? error, start, making: start.isPending || isMaking(join) };
}
