import { type Dispatch, type RefObject, useMemo, useRef } from "react";
import { cancelTake, favorTake, fetchTake, fetchTakes, generateAgain } from "../api/calls";
import { deleteTake, restoreTake } from "../library/calls";
import { ApiError } from "../api/problem";
import type { Generation } from "../api/types";
import type { Feed, FeedChange } from "./feed";
import { newKey } from "./outbox";

/** What a person does to the feed. Each promise fails with the reason, for the place where it was asked. */
export function useFeedActions({ latest, change }: { latest: RefObject<Feed>; change: Dispatch<FeedChange> }) {
  const loading = useRef(false);
  return useMemo(
    () => ({
      async loadMore(): Promise<void> {
        const cursor = latest.current.next;
        if (cursor === null || loading.current) {
          return;
        }
        loading.current = true;
        try {
          change({ type: "older", page: await fetchTakes(cursor) });
        } finally {
          loading.current = false;
        }
      },
      async cancel(take: Generation): Promise<void> {
        try {
          change({ type: "changed", take: await cancelTake(take.id) });
        } catch (error) {
          if (error instanceof ApiError && error.code === "not_cancelable") {
            change({ type: "changed", take: await fetchTake(take.id) });
          }
          throw error;
        }
      },
      async favor(take: Generation, favorite: boolean): Promise<void> {
        change({ type: "changed", take: await favorTake(take.id, favorite) });
      },
      async remove(take: Generation): Promise<void> {
        change({ type: "changed", take: await deleteTake(take.id) });
      },
      async restore(take: Generation): Promise<void> {
        change({ type: "changed", take: await restoreTake(take.id) });
      },
      async again(take: Generation): Promise<void> {
        change({ type: "changed", take: await generateAgain(take.id, newKey()) });
      },
    }),
    [change, latest],
  );
}
