import { type Dispatch, useEffect, useMemo, useRef, useState } from "react";
import { generate } from "../api/calls";
import type { ApiError } from "../api/problem";
import type { FeedChange } from "./feed";
import { createOutbox, type Outbox, type Send } from "./outbox";

const storageKey = "kinora.outbox";
type RefusalListener = (entry: Send, error: ApiError) => void;

export interface OutboxState {
  readonly sends: readonly Send[];
  send(entry: Send): void;
  flush(): void;
  busy(): boolean;
  onRefused(listener: RefusalListener): () => void;
}

function kept(): readonly Send[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(stored) ? (stored as Send[]) : [];
  } catch {
    return [];
  }
}

function save(entries: readonly Send[]): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(entries));
  } catch {
    // Without storage a send that was not answered is forgotten with the page.
  }
}

/** The outbox of this page: what was pressed and not yet answered survives a reload and is sent under its old key. */
export function useOutbox(change: Dispatch<FeedChange>): OutboxState {
  const [sends, setSends] = useState<readonly Send[]>(kept);
  const listeners = useRef(new Set<RefusalListener>());
  const outbox = useRef<Outbox>(undefined);

  useEffect(() => {
    const created = createOutbox(
      {
        send: (entry) => generate(entry.request, entry.key),
        save,
        onChange: setSends,
        onAccepted: (entry, take) => change({ type: "accepted", take, key: entry.key, sending: created.busy() }),
        onRefused: (entry, error) => listeners.current.forEach((listen) => listen(entry, error)),
        onSettled: () => change({ type: "unpark" }),
      },
      kept(),
    );
    outbox.current = created;
    return () => created.close();
  }, [change]);

  return useMemo(
    () => ({
      sends,
      send: (entry) => outbox.current?.add(entry),
      flush: () => outbox.current?.flush(),
      busy: () => outbox.current?.busy() ?? false,
      onRefused(listener) {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [sends],
  );
}
