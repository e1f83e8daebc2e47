import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { accountKey } from "../app/account";
import { isLost } from "../api/problem";
import type { GenerateRequest } from "../api/types";
import { newKey } from "../feed/outbox";
import { createGroup, deleteGroup, generateGroup, groupsKey } from "../groups/calls";

interface Run {
  readonly name: string;
  readonly requests: readonly GenerateRequest[];
  readonly credits: number;
}

interface Press {
  readonly run: string;
  readonly key: string;
  readonly group: string;
}

/** Keeps a comparison and asks for its takes at the price that was shown. One that is refused is not kept. */
export function useRun(onStarted: (id: string) => void) {
  const queryClient = useQueryClient();
  const unanswered = useRef<Press | null>(null);
  return useMutation({
    mutationFn: async (run: Run) => {
      const text = JSON.stringify(run);
      const press: Press =
        unanswered.current?.run === text
          ? unanswered.current
          : {
              run: text,
              key: newKey(),
              group: (
                await createGroup(
                  "compare",
                  run.name,
                  run.requests.map((request) => ({ request })),
                )
              ).id,
            };
      unanswered.current = press;
      try {
        await generateGroup(press.group, { maxCredits: run.credits }, press.key);
      } catch (error) {
        if (!isLost(error)) {
          unanswered.current = null;
          await deleteGroup(press.group).catch(() => undefined);
        }
        throw error;
      }
      return press.group;
    },
    onSuccess: async (id) => {
      await queryClient.invalidateQueries({ queryKey: groupsKey("compare") });
      await queryClient.invalidateQueries({ queryKey: accountKey });
      onStarted(id);
    },
  });
}
