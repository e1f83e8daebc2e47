import { useState } from "react";

export interface Runner {
  /** The name of the act that is under way. */
  readonly busy: string | null;
  /** Why the last act could not be done in full. */
  readonly fault: string | null;
  run(name: string, act: () => Promise<unknown>): void;
  dismiss(): void;
}

/** One act at a time, with what became of it. */
export function useRun(): Runner {
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  return {
    busy,
    fault,
    run(name, act) {
      if (busy !== null) {
        return;
      }
      setBusy(name);
      setFault(null);
      act()
        .catch((error: Error) => setFault(error.message))
        .finally(() => setBusy(null));
    },
    dismiss: () => setFault(null),
  };
}
