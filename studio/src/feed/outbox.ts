import { type ApiError, isLost } from "../api/problem";
import type { GenerateRequest, Generation } from "../api/types";

/** One press of Generate. The key makes it one take, however often it has to be sent. */
export interface Send {
  readonly key: string;
  readonly request: GenerateRequest;
  readonly credits: number;
  readonly at: number;
}

export interface OutboxParts {
  send(entry: Send): Promise<Generation>;
  save(entries: readonly Send[]): void;
  onChange(entries: readonly Send[]): void;
  onAccepted(entry: Send, take: Generation): void;
  onRefused(entry: Send, error: ApiError): void;
  /** No answer is being waited for any more. */
  onSettled(): void;
}

export interface Outbox {
  add(entry: Send): void;
  /** Sends again what has had no answer, under the same keys. */
  flush(): void;
  /** Whether an answer is being waited for. */
  busy(): boolean;
  close(): void;
}

const retryAfter = 3_000;

/** Keeps each send until the server has answered it; a lost answer is asked for again under the same key. */
export function createOutbox(parts: OutboxParts, kept: readonly Send[] = []): Outbox {
  let entries = kept;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const inFlight = new Set<string>();

  function replace(next: readonly Send[]): void {
    entries = next;
    parts.save(entries);
    parts.onChange(entries);
  }

  async function attempt(entry: Send): Promise<void> {
    if (inFlight.has(entry.key)) {
      return;
    }
    inFlight.add(entry.key);
    try {
      const take = await parts.send(entry);
      inFlight.delete(entry.key);
      parts.onAccepted(entry, take);
      replace(entries.filter((other) => other.key !== entry.key));
    } catch (error) {
      inFlight.delete(entry.key);
      if (isLost(error)) {
        clearTimeout(timer);
        timer = setTimeout(flush, retryAfter);
      } else {
        replace(entries.filter((other) => other.key !== entry.key));
        parts.onRefused(entry, error as ApiError);
      }
    }
    if (inFlight.size === 0) {
      parts.onSettled();
    }
  }

  function flush(): void {
    for (const entry of entries) {
      void attempt(entry);
    }
  }

  return {
    add(entry) {
      replace([entry, ...entries]);
      void attempt(entry);
    },
    flush,
    busy: () => inFlight.size > 0,
    close: () => clearTimeout(timer),
  };
}

/** A random UUID; crypto.randomUUID exists only on secure origins, and a studio may be served over plain HTTP. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
