import { Check, CircleAlert, CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { Button } from "../ui/Button";
import { count } from "../ui/format";
import { Pill } from "../ui/Pill";

interface FailedBoxProps {
  take: Generation;
  busy: boolean;
  onAgain(): void;
}

/** What went wrong, what to do about it, what it cost. */
export function FailedBox({ take: { status, failure, charge, quote }, busy, onAgain }: FailedBoxProps) {
  const { t } = useTranslation("groups");
  const canceled = status === "canceled";
  const Icon = canceled ? CircleX : CircleAlert;
  return (
    <>
      <div className={`aspect-video overflow-auto p-4.5 ${canceled ? "bg-surface-2" : "hatched"}`}>
        <p className={`mb-2 flex items-center gap-2 font-semibold ${canceled ? "text-ink-2" : "text-bad"}`}>
          <Icon size={16} aria-hidden />
          {t(canceled ? "canceled" : "failed")}
        </p>
        {failure !== undefined && (
          <p className="font-mono text-12 leading-[1.5] break-words text-ink-2">{failure.message}</p>
        )}
        {failure?.meaning !== undefined && <p className="mt-2 leading-[1.45] text-ink-2">{failure.meaning}</p>}
        {failure?.fix !== undefined && <p className="mt-2 leading-[1.45]">{failure.fix}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2 px-3.5 py-3">
        {charge.captured === 0 ? (
          <Pill tone="ok" icon={<Check size={14} aria-hidden />}>
            {t("notCharged")}
          </Pill>
        ) : (
          <Pill>{t("charged", { credits: count(charge.captured) })}</Pill>
        )}
        <Button size="sm" busy={busy} disabled={busy} className="ml-auto max-md:min-h-11" onClick={onAgain}>
          {t("sendAgain", { credits: count(quote.credits) })}
        </Button>
      </div>
    </>
  );
}
