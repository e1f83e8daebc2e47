import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { accountKey } from "../app/account";
import { isLost } from "../api/problem";
import { newKey } from "../feed/outbox";
import { generateGroup, groupKey } from "./calls";
import type { GenerateGroup } from "./types";

/** Asks for takes of a group. A press without an answer is asked for again under the same key, so that it is paid once. */
export function useGenerate(id: string) {
  const queryClient = useQueryClient();
  const unanswered = useRef<{ key: string; body: string } | null>(null);
  return useMutation({
    mutationFn: async (body: GenerateGroup) => {
      const text = JSON.stringify(body);
      const press = unanswered.current?.body === text ? unanswered.current : { key: newKey(), body: text };
      unanswered.current = press;
      try {
        const answer = await generateGroup(id, body, press.key);
        unanswered.current = null;
        return answer;
      } catch (error) {
        unanswered.current = isLost(error) ? press : null;
        throw error;
      }
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: groupKey(id) }),
        queryClient.invalidateQueries({ queryKey: accountKey }),
      ]),
  });
}
