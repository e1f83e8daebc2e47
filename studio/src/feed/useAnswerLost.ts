import { useQuery } from "@tanstack/react-query";
import { fetchTake } from "../api/calls";
import type { Generation } from "../api/types";
import { useNow } from "../ui/now";

const suspicious = 8_000;

/** Whether a submission is waiting without an answer. Its history says so; it is read only when submitting takes long. */
export function useAnswerLost(take: Generation): boolean {
  const now = useNow(2_000);
  const long = take.status === "submitting" && now - Date.parse(take.updatedAt) > suspicious;
  const { data } = useQuery({
    queryKey: ["take", take.id, take.updatedAt],
    queryFn: ({ signal }) => fetchTake(take.id, signal),
    enabled: take.status === "submitting" && long,
  });
  return (
    take.status === "submitting" &&
    data?.history.findLast((entry) => entry.to === "submitting")?.cause === "answer_lost"
  );
}
