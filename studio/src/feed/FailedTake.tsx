import { Check, CircleAlert, WandSparkles, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fixKey, isQuote, reasonKey, titleKey } from "./failure";
import type { Generation } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { Button } from "../ui/Button";
import { IconButton } from "../ui/IconButton";
import { useFeed } from "./FeedProvider";
import { Frame } from "./Frame";
import { TakeMeta, TakePrompt } from "./TakeMeta";

interface FailedTakeProps {
  take: Generation;
  vendor: string | undefined;
  onDismiss(): void;
}

// What it means says more than the words themselves, which are whole in the title.
function Reason({ failure: { code, message, meaning } }: { failure: NonNullable<Generation["failure"]> }) {
  const { t } = useTranslation("takes");
  const reason = reasonKey(code);
  return isQuote(code) ? (
    <blockquote
      className={`${meaning == null ? "line-clamp-4" : "line-clamp-2"} font-mono text-12 leading-[1.5] text-ink-2`}
      title={message}
    >
      {t("quote", { words: message })}
    </blockquote>
  ) : (
    <p className="line-clamp-4 text-ink-2" title={message}>
      {reason === undefined ? message : t(reason)}
    </p>
  );
}

/** Who, what they said, what to do, what it cost. It stays until it is dismissed. */
export function FailedTake({ take, vendor, onDismiss }: FailedTakeProps) {
  const { t } = useTranslation(["takes", "frame"]);
  const { reuse } = useDraft();
  const { again } = useFeed();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { charge, failure } = take;

  function tryAnother(): void {
    reuse(take);
    document.querySelector<HTMLElement>("[data-testid=model-chip]")?.click();
  }

  async function sendAgain(): Promise<void> {
    setBusy(true);
    setFault(null);
    try {
      await again(take);
    } catch (error) {
      setFault((error as Error).message);
    }
    setBusy(false);
  }

  return (
    <>
      <Frame className="max-md:aspect-auto light:shadow-2">
        <div className="hatched flex h-full flex-col justify-between gap-3 overflow-auto p-4.5 max-md:min-h-50">
          <div>
            <p className="mb-2 flex items-center gap-2 font-semibold text-bad">
              <CircleAlert size={16} aria-hidden />
              {t(titleKey(failure?.code), { who: vendor ?? take.model.name })}
            </p>
            {failure != null && <Reason failure={failure} />}
            {failure?.meaning != null && <p className="mt-2 leading-[1.45] text-ink-2">{failure.meaning}</p>}
          </div>
          <div>
            <p className="mb-3 flex items-start gap-2 text-ink-2">
              <WandSparkles size={14} className="mt-0.5 text-ink-1" aria-hidden />
              {fault === null ? (
                (failure?.fix ?? t(fixKey(failure?.code)))
              ) : (
                <span role="alert" className="text-bad">
                  {fault}
                </span>
              )}
            </p>
            <div className="flex flex-wrap gap-2 max-md:gap-y-3">
              <Button size="sm" onClick={() => reuse(take)}>
                {t("editPrompt")}
              </Button>
              <Button kind="ghost" size="sm" busy={busy} onClick={() => void sendAgain()}>
                {t("sendAgain")}
              </Button>
              <Button kind="ghost" size="sm" onClick={tryAnother}>
                {t("otherModel")}
              </Button>
            </div>
          </div>
        </div>
      </Frame>
      <div className="mt-[11px] flex flex-col gap-[5px] px-0.5 pt-2.5">
        <div className="flex min-h-7 items-center gap-2 font-medium">
          {charge.captured === 0 ? (
            <span className="inline-flex h-6 items-center gap-1.5 rounded-full bg-ok-soft px-2.5 text-12 text-ok">
              <Check size={14} aria-hidden />
              {t("notCharged")}
            </span>
          ) : (
            <span className="rounded-full bg-surface-2 px-2.5 py-1 text-12 text-ink-2">
              {t("charged", { credits: t("frame:cr", { count: charge.captured }) })}
            </span>
          )}
          {charge.released > 0 && (
            <span className="text-ink-3 tabular-nums">
              {t("returned", { credits: t("frame:cr", { count: charge.released }) })}
            </span>
          )}
          <IconButton small label={t("frame:dismiss")} className="ml-auto max-md:size-11" onClick={onDismiss}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
        <TakePrompt take={take} />
        <TakeMeta take={take} />
      </div>
    </>
  );
}
