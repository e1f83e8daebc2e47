import { useEffect, useState } from "react";

/** A value once it has stood still for a moment. */
export function useSettled<T>(value: T, forMilliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), forMilliseconds);
    return () => clearTimeout(timer);
  }, [value, forMilliseconds]);
  return settled;
}
