import { useEffect, useState } from "react";

/** True once something has been loading for 200 ms, and then for at least 300 ms: short waits show nothing, none flickers. */
export function useSlow(loading: boolean): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(loading), loading ? 200 : 300);
    return () => clearTimeout(timer);
  }, [loading]);
  return shown;
}

export function SkeletonCard() {
  return (
    <div aria-hidden>
      <div className="shimmer aspect-video rounded-lg" />
      <div className="shimmer mt-4 h-3.5 w-4/5 rounded-xs" />
      <div className="shimmer mt-2.5 h-3 w-1/2 rounded-xs" />
    </div>
  );
}
