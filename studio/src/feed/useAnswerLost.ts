import { useQuery } from "@tanstack/react-query";
import { fetchTake } from "../api/calls";
import type { Generation } from "../api/types";
import { useNow } from "../ui/now";

const suspicious = 8_000;
// No provider takes this long to answer a submission: whoever asked is gone, and with them the answer.
const hopeless = 45_000;

/** Whether a submission is waiting without an answer. Its history says so; it is read only when submitting takes long. */
export function useAnswerLost(take: Generation): boolean {
  const now = useNow(2_000);
  const submitting = take.status === "submitting";
  const age = now - Date.parse(take.updatedAt);
  const { data } = useQuery({
    queryKey: ["take", take.id, take.updatedAt],
    queryFn: ({ signal }) => fetchTake(take.id, signal),
    enabled: submitting && age > suspicious,
  });
  return submitting && (age > hopeless || data?.history.at(-1)?.cause === "answer_lost");
}
