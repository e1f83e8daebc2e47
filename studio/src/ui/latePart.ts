import { useCallback, useEffect, useState } from "react";

/** A part of the studio whose code comes when it is wanted, or before by `preload`. What did not come, without a connection say, can be asked for again. */
export function latePart<T>(load: () => Promise<T>) {
  let known: T | undefined;
  let loading: Promise<T> | undefined;

  function preload(): Promise<T> {
    loading ??= load().then(
      (part) => (known = part),
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  }

  function usePart(wanted: boolean) {
    const [, setCome] = useState(known !== undefined);
    const [failed, setFailed] = useState(false);
    const waits = wanted && known === undefined && !failed;
    useEffect(() => {
      if (waits) {
        preload().then(
          () => setCome(true),
          () => setFailed(true),
        );
      }
    }, [waits]);
    const again = useCallback(() => setFailed(false), []);
    return { part: known, failed, again };
  }
  return { preload, usePart };
}
