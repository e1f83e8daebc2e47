import { useTranslation } from "react-i18next";
import { useAccount } from "../app/account";
import { TakeCard } from "../feed/TakeCard";
import { Button } from "../ui/Button";
import { FirstVideo } from "./FirstVideo";
import { SamplePlan } from "./SamplePlan";
import { StepFrame } from "./StepFrame";
import { useSample } from "./useSample";
import type { StepProps } from "./WelcomePage";

/** A first video: its price, then its way, then itself. */
export function FirstVideoStep({ onBack, onNext }: StepProps) {
  const { t } = useTranslation(["welcome", "frame"]);
  const { available } = useAccount();
  const { model, prompt, quote, sending, take, refusal, make } = useSample();
  const output = take?.status === "succeeded" ? take.outputs[0] : undefined;
  const short = quote !== undefined && quote.credits > available;
  return (
    <StepFrame
      title={output === undefined ? t("video.title") : t("video.done")}
      lead={output === undefined ? t("video.lead") : t("video.doneLead")}
      actions={
        <>
          {output === undefined && (
            <Button kind="ghost" size="lg" onClick={onBack}>
              {t("back")}
            </Button>
          )}
          {take === undefined ? (
            <Button
              kind="primary"
              size="lg"
              className="flex-1"
              data-testid="welcome-make"
              busy={sending}
              disabled={quote === undefined || short || sending}
              onClick={make}
            >
              {quote === undefined
                ? t("video.price")
                : t("video.make", { credits: t("frame:credits", { count: quote.credits }) })}
            </Button>
          ) : (
            <Button
              kind={output === undefined ? "line" : "primary"}
              size="lg"
              className="flex-1"
              data-testid="welcome-next"
              onClick={onNext}
            >
              {t("video.open")}
            </Button>
          )}
        </>
      }
    >
      {output !== undefined ? (
        <FirstVideo output={output} label={prompt} />
      ) : take !== undefined ? (
        <TakeCard take={take} vendor={model?.vendor} />
      ) : (
        <SamplePlan model={model} prompt={prompt} />
      )}
      {short && (
        <p role="alert" className="mt-3 text-bad">
          {t("video.short", { available: t("frame:credits", { count: available }) })}
        </p>
      )}
      {refusal !== null && (
        <p role="alert" className="mt-3 text-bad">
          {refusal}
        </p>
      )}
    </StepFrame>
  );
}
