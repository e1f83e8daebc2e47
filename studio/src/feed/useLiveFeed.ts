import type { QueryClient } from "@tanstack/react-query";
import { type Dispatch, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { i18n } from "../i18n";
import { fetchTake, fetchTakes } from "../api/calls";
import { ApiError } from "../api/problem";
import type { Generation } from "../api/types";
import { useLatest } from "../ui/latest";
import { followEvents, type StreamState } from "../live/events";
import { type Feed, type FeedChange, isActive } from "./feed";
import { announceReady } from "./announceReady";
import type { OutboxState } from "./useOutbox";

interface LiveParts {
  latest: RefObject<Feed>;
  change: Dispatch<FeedChange>;
  outbox: OutboxState;
  queryClient: QueryClient;
}

/** Follows the event stream, and reads the truth again whenever the stream opens. */
export function useLiveFeed({ latest, change, outbox, queryClient }: LiveParts) {
  const [stream, setStream] = useState<StreamState>({ status: "connecting" });
  const [online, setOnline] = useState(true);
  const [loadError, setLoadError] = useState<Error | null>(null);
  const retry = useRef<() => void>(() => undefined);
  const current = useLatest(outbox);

  const refresh = useCallback(async (): Promise<void> => {
    const running = [...latest.current.takes.values()].filter(isActive);
    try {
      const page = await fetchTakes();
      change({ type: "newest", page });
      setLoadError(null);
      const seen = new Set(page.items.map((take) => take.id));
      const others = running.filter((take) => !seen.has(take.id));
      for (const take of await Promise.all(others.map((other) => fetchTake(other.id)))) {
        change({ type: "changed", take });
      }
    } catch (error) {
      setLoadError(error as Error);
      if (error instanceof ApiError && error.status === 401) {
        await queryClient.resetQueries({ queryKey: ["account"] });
      }
    }
  }, [change, latest, queryClient]);

  // What a failure means is told in the language of who asks.
  useEffect(() => {
    const again = () => void refresh();
    i18n.on("languageChanged", again);
    return () => i18n.off("languageChanged", again);
  }, [refresh]);

  // What can be shown before the stream is open.
  useEffect(() => {
    void fetchTakes().then(
      (page) => change({ type: "early", page }),
      () => undefined,
    );
  }, [change]);

  useEffect(() => {
    let broken = false;
    const events = followEvents({
      onGeneration(take: Generation) {
        void announceReady(latest.current.takes.get(take.id), take);
        change({ type: "changed", take, sending: current.current.busy() });
      },
      onAccount: (account) => queryClient.setQueryData(["account"], account),
      onState(state) {
        setStream(state);
        if (state.status === "open") {
          broken = false;
          setOnline(true);
          void refresh();
          void queryClient.invalidateQueries({ queryKey: ["account"] });
          current.current.flush();
        } else if (state.status === "waiting" && !broken) {
          // One look at the server tells a broken connection from a session that has ended.
          broken = true;
          setOnline(false);
          void refresh();
        }
      },
    });
    const reconnect = () => events.retryNow();
    retry.current = reconnect;
    // A stream does not notice by itself that the network went: it stays open and silent.
    addEventListener("offline", events.lose);
    addEventListener("online", reconnect);
    return () => {
      removeEventListener("offline", events.lose);
      removeEventListener("online", reconnect);
      events.close();
    };
  }, [change, current, latest, queryClient, refresh]);

  const retryNow = useCallback(() => retry.current(), []);
  return useMemo(() => ({ stream, online, loadError, retryNow }), [stream, online, loadError, retryNow]);
}
