import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { SkeletonCard } from "../ui/Skeleton";
import { useFeed } from "./FeedProvider";

/** The foot of the feed: coming near it loads the next page. */
export function OlderTakes() {
  const { t } = useTranslation(["takes", "frame"]);
  const { hasMore, loadMore } = useFeed();
  const foot = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const element = foot.current;
    if (element === null || failed) {
      return;
    }
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) {
          loadMore().catch(() => setFailed(true));
        }
      },
      { rootMargin: "600px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  });

  if (!hasMore) {
    return null;
  }
  return (
    <div ref={foot} data-testid="older-takes">
      {failed ? (
        <p role="alert" className="flex items-center justify-center gap-3 text-ink-2">
          {t("moreFailed")}
          <Button size="sm" onClick={() => setFailed(false)}>
            {t("frame:again")}
          </Button>
        </p>
      ) : (
        <div className="grid grid-cols-3 gap-4.5 max-xl:grid-cols-2 max-md:grid-cols-1">
          <SkeletonCard />
        </div>
      )}
    </div>
  );
}
