import { useEffect } from "react";
import { useLatest } from "../ui/latest";

/** Calls when the last thing drawn is near the end of what there is. */
export function useEnd(lastDrawn: number, count: number, onEnd: () => void, ahead: number): void {
  const latest = useLatest(onEnd);
  useEffect(() => {
    if (count > 0 && lastDrawn >= count - ahead) {
      latest.current();
    }
  }, [lastDrawn, count, ahead, latest]);
}
