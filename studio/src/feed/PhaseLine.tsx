import { CircleQuestionMark, CircleX, Clock, LoaderCircle } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { clock } from "../ui/format";
import type { Generation } from "../api/types";
import { Button } from "../ui/Button";
import { useNow } from "../ui/now";
import { useFeed } from "./FeedProvider";
import { secondsLeft } from "./progress";
import { useAnswerLost } from "./useAnswerLost";

/** Phase, elapsed, time left; the seconds tick for the eye only. */
export function PhaseLine({ take }: { take: Generation }) {
  const { t } = useTranslation("takes");
  const lost = useAnswerLost(take);
  return (
    <div
      className="flex min-h-7 items-center gap-2 font-medium whitespace-nowrap tabular-nums max-md:min-h-8"
      data-testid="phase"
    >
      {take.status === "queued" ? (
        <>
          <span className="inline-flex items-center gap-1.5 text-ink-2">
            <Clock size={16} aria-hidden />
            {t("phases.queued")}
          </span>
          {take.waiting != null && (
            <span className="truncate text-warn" title={take.waiting.reason}>
              {t("waiting", { reason: take.waiting.reason })}
            </span>
          )}
          <CancelButton take={take} />
        </>
      ) : take.status === "canceled" ? (
        <span className="inline-flex items-center gap-1.5 text-ink-2">
          <CircleX size={16} aria-hidden />
          {t("phases.canceled")}
        </span>
      ) : lost ? (
        <>
          <span className="inline-flex items-center gap-1.5 text-warn">
            <CircleQuestionMark size={16} aria-hidden />
            {t("phases.unknown")}
          </span>
          <span className="truncate text-ink-3" title={t("unknownMore")}>
            {t("unknownMore")}
          </span>
        </>
      ) : (
        <>
          <span className="inline-flex items-center gap-1.5 text-accent-text">
            <LoaderCircle size={16} className="spin" aria-hidden />
            {t(take.status === "submitting" && take.attempts > 1 ? "phases.submittingAgain" : `phases.${take.status}`)}
          </span>
          <Times take={take} />
        </>
      )}
    </div>
  );
}

function Times({ take }: { take: Generation }) {
  const { t } = useTranslation("takes");
  const now = useNow();
  const { online } = useFeed();
  if (!online) {
    return <span className="truncate text-ink-3">{t("lastSeen")}</span>;
  }
  if (take.status === "collecting") {
    return <span className="truncate text-ink-3">{t("storing")}</span>;
  }
  const elapsed = Math.max(0, (now - Date.parse(take.startedAt ?? take.createdAt)) / 1000);
  const left = take.status === "running" ? secondsLeft(elapsed, take.model.typicalSeconds, take.progress) : null;
  return (
    <>
      <span className="text-ink-3">{t("elapsed", { time: clock(elapsed) })}</span>
      {take.status === "running" && (
        <span className="truncate text-ink-3">{left === null ? t("slower") : t("left", { time: clock(left) })}</span>
      )}
    </>
  );
}

function CancelButton({ take }: { take: Generation }) {
  const { t } = useTranslation();
  const { cancel } = useFeed();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  async function run(): Promise<void> {
    setBusy(true);
    try {
      await cancel(take);
    } catch (error) {
      setFault((error as Error).message);
    }
    setBusy(false);
  }
  return (
    <>
      {fault !== null && (
        <span role="alert" className="truncate text-bad" title={fault}>
          {fault}
        </span>
      )}
      <Button kind="ghost" size="sm" busy={busy} className="ml-auto" onClick={() => void run()}>
        {t("cancel")}
      </Button>
    </>
  );
}
