import { useSlow } from "../ui/Skeleton";

const rows = [
  [18, 9, 16],
  [9, 16, 10, 14],
  [16, 17, 8],
];

/** The grid's boxes before there is anything to show in them. */
export function LibrarySkeleton() {
  const slow = useSlow(true);
  return (
    <div aria-busy className="flex min-h-100 flex-col gap-2.5">
      {slow &&
        rows.map((row) => (
          <div key={row.join()} aria-hidden className="flex h-54 gap-2.5 max-md:h-36">
            {row.map((share) => (
              <div key={share} className="shimmer rounded-md" style={{ flexGrow: share }} />
            ))}
          </div>
        ))}
    </div>
  );
}
