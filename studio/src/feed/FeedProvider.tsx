import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useReducer, useRef } from "react";
import type { ApiError } from "../api/problem";
import type { Generation } from "../api/types";
import type { StreamState } from "../live/events";
import { changeFeed, emptyFeed, inOrder } from "./feed";
import type { Send } from "./outbox";
import { useFeedActions } from "./useFeedActions";
import { useLiveFeed } from "./useLiveFeed";
import { useOutbox } from "./useOutbox";

export interface FeedContext {
  /** Newest first. */
  readonly takes: readonly Generation[];
  /** Presses of Generate that have no answer yet, newest first. */
  readonly sends: readonly Send[];
  /** The send that each take came from. */
  readonly origins: ReadonlyMap<string, string>;
  readonly loaded: boolean;
  readonly loadError: Error | null;
  readonly hasMore: boolean;
  readonly online: boolean;
  readonly stream: StreamState;
  retryNow(): void;
  loadMore(): Promise<void>;
  send(entry: Send): void;
  /** Registers who hears that a send was refused. */
  onRefused(listener: (entry: Send, error: ApiError) => void): () => void;
  cancel(take: Generation): Promise<void>;
  again(take: Generation): Promise<void>;
  /** Into the bin, and out of it again. */
  remove(take: Generation): Promise<void>;
  restore(take: Generation): Promise<void>;
  favor(take: Generation, favorite: boolean): Promise<void>;
}

const Context = createContext<FeedContext | null>(null);

/** The takes of the account: loaded page by page, kept current by the event stream, extended by what is being sent. */
export function FeedProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const [feed, change] = useReducer(changeFeed, emptyFeed);
  const latest = useRef(feed);
  useEffect(() => {
    latest.current = feed;
  }, [feed]);

  const outbox = useOutbox(change);
  const live = useLiveFeed({ latest, change, outbox, queryClient });
  const actions = useFeedActions({ latest, change });

  const value = useMemo<FeedContext>(
    () => ({
      takes: inOrder(feed),
      sends: outbox.sends,
      origins: feed.sends,
      loaded: feed.loaded,
      loadError: live.loadError,
      hasMore: feed.next !== null,
      online: live.online,
      stream: live.stream,
      retryNow: live.retryNow,
      send: outbox.send,
      onRefused: outbox.onRefused,
      ...actions,
    }),
    [feed, outbox, live, actions],
  );
  return <Context value={value}>{children}</Context>;
}

export function useFeed(): FeedContext {
  const context = useContext(Context);
  if (context === null) {
    throw new Error("The feed is used outside its provider.");
  }
  return context;
}
