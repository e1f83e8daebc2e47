import type { ComponentType, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { cx } from "../ui/cx";
import { span } from "../ui/format";
import { clockTime } from "./clockTime";
import { type Mark, type Moment, momentsOf, secondsTaken } from "./timeline";

const dots: Record<Mark, string> = {
  done: "border-ok bg-ok",
  retried: "border-warn bg-bg",
  now: "border-mark bg-accent",
  failed: "border-bad bg-bg",
};
const states = ["queued", "submitting", "running", "collecting", "succeeded", "failed", "canceled"] as const;
const causes = [
  "accepted",
  "answered",
  "callback",
  "poll",
  "collected",
  "requeued",
  "rerouted",
  "late_success",
] as const;

function useMomentWords(): (moment: Moment) => { title: string; more: string | null } {
  const { t } = useTranslation("take");
  return ({ entry, attempt }) => {
    const state = states.find((each) => each === entry.to);
    const cause = causes.find((each) => each === entry.cause);
    const again = (state === "submitting" && attempt > 1) || (state === "queued" && entry.from !== undefined);
    const told = entry.detail ?? (cause === undefined ? null : t(`causes.${cause}`));
    return {
      title:
        state === undefined
          ? entry.to
          : again
            ? t(`againMoments.${state === "queued" ? "queued" : "submitting"}`)
            : t(`moments.${state}`),
      more:
        state === "submitting" && attempt > 1
          ? [t("attempt", { count: attempt }), told].filter(Boolean).join(", ")
          : told,
    };
  };
}

interface TakeTimelineProps {
  take: Generation;
  section: ComponentType<{ title: string; aside?: ReactNode; children: ReactNode }>;
}

/** Every change of state with its cause and time. */
export function TakeTimeline({ take, section: Section }: TakeTimelineProps) {
  const { t, i18n } = useTranslation("take");
  const wordsOf = useMomentWords();
  const seconds = secondsTaken(take);
  const moments = momentsOf(take);
  return (
    <Section title={t("timeline")} aside={seconds === null ? undefined : span(seconds)}>
      <ol data-testid="take-timeline">
        {moments.map((moment, index) => {
          const { title, more } = wordsOf(moment);
          return (
            <li
              key={moment.entry.at + moment.entry.to}
              className="relative grid grid-cols-[18px_minmax(0,1fr)_auto] gap-2.5 pb-3.25"
            >
              {index < moments.length - 1 && (
                <span aria-hidden className="absolute top-3.5 -bottom-0.5 left-[5px] w-[1.5px] bg-line-strong" />
              )}
              <span aria-hidden className={cx("z-1 mt-[3px] size-2.75 rounded-full border-2", dots[moment.mark])} />
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {title}
                {more !== null && (
                  <small
                    translate={moment.entry.detail === undefined ? undefined : "no"}
                    className="mt-px block text-12 text-ink-3"
                  >
                    {more}
                  </small>
                )}
              </span>
              <time dateTime={moment.entry.at} className="font-mono text-12 text-ink-3">
                {clockTime(moment.entry.at, i18n.language)}
              </time>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
