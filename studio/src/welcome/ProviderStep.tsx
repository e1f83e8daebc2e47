import { KeyRound, Layers, Unplug } from "lucide-react";
import { RadioGroup } from "radix-ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "../app/account";
import { useDraft } from "../draft/DraftProvider";
import { Button } from "../ui/Button";
import { count } from "../ui/format";
import { OtherProvider } from "./OtherProvider";
import { ProviderOption } from "./ProviderOption";
import { SettingLine } from "./SettingLine";
import { StepFrame } from "./StepFrame";
import type { StepProps } from "./WelcomePage";

const otherForm = "other-provider";

/** Where videos come from: what the server was started with, or a further provider whose key is tried at once. */
export function ProviderStep({ onNext }: StepProps) {
  const { t } = useTranslation("welcome");
  const { provider } = useAccount();
  const { models } = useDraft();
  const [chosen, setChosen] = useState("here");
  const [busy, setBusy] = useState(false);
  const sandbox = provider === "sandbox";
  const next = sandbox ? t("provider.withSandbox") : t("next");
  return (
    <StepFrame
      title={t("provider.title")}
      lead={sandbox ? t("provider.leadSandbox") : t("provider.leadKie")}
      actions={
        chosen === "other" ? (
          <Button
            kind="primary"
            size="lg"
            className="flex-1"
            type="submit"
            form={otherForm}
            busy={busy}
            disabled={busy}
          >
            {t("provider.check")}
          </Button>
        ) : (
          <Button kind="primary" size="lg" className="flex-1" data-testid="welcome-next" onClick={onNext}>
            {next}
          </Button>
        )
      }
    >
      <RadioGroup.Root
        value={chosen}
        onValueChange={setChosen}
        aria-label={t("provider.label")}
        className="flex flex-col gap-2.5"
      >
        {sandbox ? (
          <>
            <ProviderOption value="here" icon={Unplug} name={t("provider.sandbox")} note={t("provider.sandboxNote")} />
            <ProviderOption
              value="kie"
              icon={KeyRound}
              name="KIE.ai"
              note={t("provider.kieNote", { models: count(models.length) })}
            />
          </>
        ) : (
          <ProviderOption value="here" icon={KeyRound} name="KIE.ai" note={t("provider.kieSet")} />
        )}
        <ProviderOption value="other" icon={Layers} name={t("provider.other")} note={t("provider.otherNote")} />
      </RadioGroup.Root>
      {chosen === "kie" && (
        <div className="mt-4 text-ink-2">
          {t("provider.kieHow")}
          <SettingLine line="KIE_API_KEY=…" />
        </div>
      )}
      {chosen === "other" && <OtherProvider id={otherForm} onBusy={setBusy} onDone={onNext} />}
    </StepFrame>
  );
}
