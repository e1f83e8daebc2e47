import { Check, CircleAlert, CircleX, Clock, WandSparkles } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { generateAgain } from "../api/calls";
import type { Generation } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { newKey } from "../feed/outbox";
import { useRun } from "../library/useRun";
import { Button } from "../ui/Button";
import { Pill } from "../ui/Pill";
import { useFailure } from "./useFailure";

/** Why there is no video: who said what, what to do, what it cost. */
export function EndedStage({ take }: { take: Generation }) {
  const { t } = useTranslation("take");
  const [, go] = useLocation();
  const { reuse } = useDraft();
  const runner = useRun();
  const [key, setKey] = useState(newKey);
  const failure = useFailure(take);
  const failed = take.status === "failed";
  const Icon = take.expiredAt !== undefined ? Clock : failed ? CircleAlert : CircleX;
  const title = take.expiredAt !== undefined ? t("expired") : failed ? failure.title : t("canceled");

  async function again(): Promise<void> {
    const next = await generateAgain(take.id, key);
    setKey(newKey());
    go(`/takes/${next.id}`);
  }
  return (
    <div
      data-testid="take-ended"
      className={`flex min-h-85 flex-col justify-center gap-5 rounded-lg p-10 max-md:mx-4 max-md:min-h-60 max-md:p-5 ${failed ? "hatched" : "bg-surface-1"}`}
    >
      <div className="max-w-160">
        <p className={`mb-3 flex items-center gap-2.5 text-16 font-semibold ${failed ? "text-bad" : "text-ink-1"}`}>
          <Icon size={20} aria-hidden />
          {title}
        </p>
        {failure.quote !== null && (
          <q className="mb-2 block font-mono text-13 leading-body break-words text-ink-2 [quotes:auto]">
            {failure.quote}
          </q>
        )}
        {failure.message !== null && <p className="text-14 leading-body text-ink-2">{failure.message}</p>}
        {failed && (
          <p className="mt-4 flex items-start gap-2 text-14 leading-body text-ink-1">
            <WandSparkles size={16} className="mt-1" aria-hidden />
            {failure.fix}
          </p>
        )}
      </div>
      {take.charge.captured === 0 && (
        <p>
          <Pill tone="ok" icon={<Check size={14} aria-hidden />}>
            {t("notCharged")}
          </Pill>
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          className="max-md:min-h-11"
          onClick={() => {
            go("/");
            reuse(take);
          }}
        >
          {t("editPrompt")}
        </Button>
        <Button
          kind="ghost"
          className="max-md:min-h-11"
          busy={runner.busy !== null}
          onClick={() => runner.run("again", again)}
        >
          {t("sendAgain", { count: take.quote.credits })}
        </Button>
        {runner.fault !== null && (
          <p role="alert" className="text-bad">
            {runner.fault}
          </p>
        )}
      </div>
    </div>
  );
}
