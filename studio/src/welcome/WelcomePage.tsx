import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Doorway } from "../session/Doorway";
import { Button } from "../ui/Button";
import { AddressStep } from "./AddressStep";
import { FirstVideoStep } from "./FirstVideoStep";
import { ProviderStep } from "./ProviderStep";
import { rememberWelcome } from "./welcomed";

/** What each step is told. */
export interface StepProps {
  onBack(): void;
  onNext(): void;
}

const steps = [ProviderStep, AddressStep, FirstVideoStep];

/** The first steps on a server: where videos come from, where it is reached, and a first video. */
export default function WelcomePage() {
  const { t } = useTranslation("welcome");
  const [, navigate] = useLocation();
  const [at, setAt] = useState(0);
  const Step = steps[at] ?? FirstVideoStep;
  function leave(): void {
    rememberWelcome();
    navigate("/");
  }
  return (
    <Doorway
      picture="/images/aurora.webp"
      beside={
        <span data-testid="welcome-step" className="text-ink-3 tabular-nums">
          {t("step", { at: at + 1, of: steps.length })}
        </span>
      }
      foot={
        <Button kind="ghost" size="sm" data-testid="welcome-skip" className="-ml-2.5" onClick={leave}>
          {t("skip")}
        </Button>
      }
    >
      <Step onBack={() => setAt(at - 1)} onNext={() => (at + 1 < steps.length ? setAt(at + 1) : leave())} />
    </Doorway>
  );
}
