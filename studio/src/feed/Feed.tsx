import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import { dayName } from "../ui/format";
import { useNow } from "../ui/now";
import { SkeletonCard, useSlow } from "../ui/Skeleton";
import { Button } from "../ui/Button";
import { byDay } from "./days";
import { useFeed } from "./FeedProvider";
import { OlderTakes } from "./OlderTakes";
import { SendCard } from "./SendCard";
import { TakeCard } from "./TakeCard";

const grid =
  "grid grid-cols-[repeat(auto-fill,minmax(380px,1fr))] gap-x-4.5 gap-y-6.5 max-xl:grid-cols-2 max-md:grid-cols-1 max-md:gap-6";

/** The takes, newest first, by day. Cards keep their place; nothing here scrolls by itself. */
export function Feed({ models }: { models: readonly Model[] }) {
  const { t } = useTranslation();
  const { takes, sends, origins, loaded, loadError, hasMore, retryNow } = useFeed();
  const now = useNow(60_000);
  const slow = useSlow(!loaded);
  const days = useMemo(() => byDay(takes), [takes]);
  const vendors = useMemo(() => new Map(models.map((model) => [model.id, model.vendor])), [models]);
  const todayIsThere = days[0] !== undefined && dayName(days[0].start, now) === dayName(now, now);

  if (!loaded) {
    // Its cards stand where those of the first day will, under its head; a margin would move all of it.
    return (
      <div className="pb-80" aria-busy>
        {loadError !== null && (
          <p role="alert" className="mb-4 flex items-center gap-3 text-bad">
            {loadError.message}
            <Button size="sm" onClick={retryNow}>
              {t("again")}
            </Button>
          </p>
        )}
        <div className={`${grid} pt-12 max-md:pt-8.5`}>
          {slow && [0, 1, 2, 3, 4, 5].map((index) => <SkeletonCard key={index} />)}
        </div>
      </div>
    );
  }
  // Sends without an answer are cards of today, in front of today's takes.
  const groups = sends.length > 0 && !todayIsThere ? [{ start: now, takes: [], credits: 0 }, ...days] : days;
  return (
    <div className="pb-82 max-md:pb-72" data-testid="feed">
      {groups.map((day, index) => {
        const complete = !hasMore || index < groups.length - 1;
        const pending = index === 0 ? sends : [];
        return (
          <section key={dayName(day.start, now)} className="mb-8">
            <header className="mb-3.5 flex min-h-8.5 items-center gap-3 text-ink-3 max-md:min-h-0">
              <h2 className="font-medium">{dayName(day.start, now)}</h2>
              {complete && (
                <>
                  <span aria-hidden>·</span>
                  <span className="tabular-nums">
                    {t("takes", { count: day.takes.length + pending.length })}, {t("cr", { count: day.credits })}
                  </span>
                </>
              )}
            </header>
            <div className={grid}>
              {pending.map((send) => (
                <SendCard key={send.key} send={send} models={models} />
              ))}
              {day.takes.map((take) => (
                <TakeCard key={origins.get(take.id) ?? take.id} take={take} vendor={vendors.get(take.model.id)} />
              ))}
            </div>
          </section>
        );
      })}
      <OlderTakes />
    </div>
  );
}
