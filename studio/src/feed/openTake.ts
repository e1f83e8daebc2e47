import { useSyncExternalStore } from "react";

let openId: string | null = null;
const listeners = new Set<() => void>();

/** Opens a take in the player; null closes it. */
export function openTake(id: string | null): void {
  openId = id;
  for (const listener of listeners) {
    listener();
  }
}

/** The id of the take that is open in the player. */
export function useOpenTake(): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => openId,
  );
}
