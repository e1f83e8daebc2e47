import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAccount } from "../app/account";
import { Button } from "../ui/Button";
import { SettingLine } from "./SettingLine";
import { StepFrame } from "./StepFrame";
import type { StepProps } from "./WelcomePage";

/** Where others reach this server: read from its settings alone, so that a line is shown and nothing is asked. */
export function AddressStep({ onBack, onNext }: StepProps) {
  const { t } = useTranslation("welcome");
  const { publicUrl } = useAccount().features;
  return (
    <StepFrame
      title={t("address.title")}
      lead={t("address.lead")}
      actions={
        <>
          <Button kind="ghost" size="lg" onClick={onBack}>
            {t("back")}
          </Button>
          <Button kind="primary" size="lg" className="flex-1" data-testid="welcome-next" onClick={onNext}>
            {publicUrl === undefined ? t("address.without") : t("next")}
          </Button>
        </>
      }
    >
      {publicUrl === undefined ? (
        <div className="text-ink-2">
          {t("address.how")}
          <SettingLine line={`KINORA_PUBLIC_URL=${location.origin}`} />
        </div>
      ) : (
        <p className="flex items-center gap-2.5 rounded-[14px] bg-surface-1 px-4 py-3.5">
          <CircleCheck size={20} className="shrink-0 text-ok" aria-hidden />
          <span className="min-w-0 font-mono break-all">{publicUrl}</span>
        </p>
      )}
    </StepFrame>
  );
}
