import { useSlow } from "../ui/Skeleton";

/** The boxes of a take's page before it is known. */
export function TakeSkeleton() {
  const slow = useSlow(true);
  return (
    <div aria-busy className="min-h-100">
      {slow && (
        <div aria-hidden className="max-w-240">
          <div className="shimmer aspect-video rounded-lg" />
          <div className="shimmer mt-3.5 h-14 rounded-sm" />
        </div>
      )}
    </div>
  );
}
