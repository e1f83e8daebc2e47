import { serverNow } from "../api/clock";
import type { Account, Generation } from "../api/types";

/** How the event stream stands. `retryAt` is the time (by the server's clock) of the next try. */
export type StreamState = { status: "connecting" } | { status: "open" } | { status: "waiting"; retryAt: number };

export interface EventHandlers {
  onGeneration(generation: Generation): void;
  onAccount(account: Account): void;
  onState(state: StreamState): void;
}

export interface EventStream {
  retryNow(): void;
  /** The network is gone: what is still open will say nothing more. */
  lose(): void;
  close(): void;
}

const delays = [1_000, 2_000, 4_000, 8_000, 15_000];

/** Follows the account's events; after a break it resumes behind the last event seen. */
export function followEvents(handlers: EventHandlers): EventStream {
  let lastId = "";
  let failures = 0;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function receive<T>(handle: (value: T) => void) {
    return (event: MessageEvent<string>) => {
      lastId = event.lastEventId;
      handle(JSON.parse(event.data) as T);
    };
  }

  function connect(): void {
    clearTimeout(timer);
    source?.close();
    handlers.onState({ status: "connecting" });
    source = new EventSource(lastId === "" ? "/api/events" : `/api/events?after=${encodeURIComponent(lastId)}`);
    source.addEventListener("generation", receive(handlers.onGeneration));
    source.addEventListener("account", receive(handlers.onAccount));
    source.addEventListener("open", () => {
      failures = 0;
      handlers.onState({ status: "open" });
    });
    // The browser's own reconnect is opaque; closing and waiting here gives a countdown and a "Try now".
    source.addEventListener("error", lose);
  }

  function lose(): void {
    clearTimeout(timer);
    source?.close();
    const delay = delays[Math.min(failures++, delays.length - 1)] ?? 15_000;
    handlers.onState({ status: "waiting", retryAt: serverNow() + delay });
    timer = setTimeout(connect, delay);
  }

  connect();
  return {
    retryNow: connect,
    lose,
    close() {
      clearTimeout(timer);
      source?.close();
    },
  };
}
