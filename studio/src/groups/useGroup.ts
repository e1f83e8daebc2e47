import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError } from "../api/problem";
import { useFeed } from "../feed/FeedProvider";
import { changeGroup, fetchGroup, groupKey } from "./calls";
import type { Group, GroupChange } from "./types";

const settleTime = 250;

export interface GroupState {
  readonly group: Group | undefined;
  readonly error: Error | null;
  readonly saving: boolean;
  /** Why the last change was not kept. */
  readonly refusal: Error | null;
  reload(): void;
  /** Keeps a change of the group as it stands then; tells whether it was kept. */
  change(edit: (group: Group) => GroupChange): Promise<boolean>;
  dismissRefusal(): void;
}

/** One group, read anew when a take of it changes. Changes are kept one after the other, each upon the version before. */
export function useGroup(id: string): GroupState {
  const queryClient = useQueryClient();
  const { takes, online } = useFeed();
  const { data, error, refetch } = useQuery({
    queryKey: groupKey(id),
    queryFn: ({ signal }) => fetchGroup(id, signal),
  });
  const [pending, setPending] = useState(0);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const own = takes.flatMap((take) => (take.group?.id === id ? [`${take.id}${take.updatedAt}`] : []));
  const seen = `${online} ${own.join(" ")}`;
  const known = useRef(seen);
  useEffect(() => {
    if (known.current === seen) {
      return;
    }
    const timer = setTimeout(() => {
      known.current = seen;
      void queryClient.invalidateQueries({ queryKey: groupKey(id) });
    }, settleTime);
    return () => clearTimeout(timer);
  }, [queryClient, id, seen]);

  const change = useCallback(
    (edit: (group: Group) => GroupChange): Promise<boolean> => {
      async function keep(): Promise<boolean> {
        const group = queryClient.getQueryData<Group>(groupKey(id));
        if (group === undefined) {
          return false;
        }
        setRefusal(null);
        setPending((n) => n + 1);
        try {
          const next = await changeGroup(id, group.version, edit(group));
          await queryClient.cancelQueries({ queryKey: groupKey(id) });
          queryClient.setQueryData(groupKey(id), next);
          return true;
        } catch (cause) {
          setRefusal(cause as Error);
          if (cause instanceof ApiError && cause.status === 409) {
            await queryClient.invalidateQueries({ queryKey: groupKey(id) });
          }
          return false;
        } finally {
          setPending((n) => n - 1);
        }
      }
      const kept = queue.current.then(keep);
      queue.current = kept;
      return kept;
    },
    [queryClient, id],
  );

  return {
    group: data,
    error,
    saving: pending > 0,
    refusal,
    reload: () => void refetch(),
    change,
    dismissRefusal: () => setRefusal(null),
  };
}
