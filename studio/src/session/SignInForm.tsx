import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { Segments } from "../ui/Segments";
import { FaultLine } from "../ui/FaultLine";
import { TextLine } from "./TextLine";

export type Credential = { name: string; password: string } | { key: string };

interface SignInFormProps {
  fault: string | null;
  /** The name of the operator's provider; null where there is none. */
  provider: string | null;
  onSubmit(credential: Credential): Promise<void>;
}

type Way = "password" | "key";

/** Name and password, or an API key, or the operator's provider. */
export function SignInForm({ fault, provider, onSubmit }: SignInFormProps) {
  const { t } = useTranslation("session");
  const [way, setWay] = useState<Way>("password");
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [key, setKey] = useState("");
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  // What the address or a link brought along is not the fields' fault.
  const faultId = fault === null || !sent ? null : "sign-in-fault";
  const missing = way === "key" ? key.trim() === "" : name.trim() === "" || password === "";

  async function submit(): Promise<void> {
    setBusy(true);
    setSent(true);
    await onSubmit(way === "key" ? { key: key.trim() } : { name: name.trim(), password });
    setBusy(false);
  }

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing && !busy) void submit();
      }}
    >
      <Segments<Way>
        label={t("signIn.way")}
        options={[
          { value: "password", label: t("signIn.byPassword") },
          { value: "key", label: t("signIn.byKey") },
        ]}
        value={way}
        testId="sign-in-way"
        className="self-start"
        onChoose={setWay}
      />
      {way === "key" ? (
        <TextLine
          id="key"
          label={t("signIn.key")}
          value={key}
          secret
          placeholder={t("signIn.keyPlaceholder")}
          autoComplete="off"
          faultId={faultId}
          testId="sign-in-key"
          onChange={setKey}
        />
      ) : (
        <>
          <TextLine
            id="name"
            label={t("signIn.name")}
            value={name}
            autoComplete="username"
            faultId={faultId}
            testId="sign-in-name"
            onChange={setName}
          />
          <TextLine
            id="password"
            label={t("signIn.password")}
            value={password}
            secret
            autoComplete="current-password"
            faultId={faultId}
            testId="sign-in-password"
            onChange={setPassword}
          />
        </>
      )}
      {fault !== null && (
        <FaultLine id="sign-in-fault" testId="sign-in-fault">
          {fault}
        </FaultLine>
      )}
      <Button kind="primary" size="lg" type="submit" busy={busy} disabled={missing} className="mt-1">
        {busy ? t("signIn.submitting") : t("signIn.submit")}
      </Button>
      <div className="flex items-center gap-3.5 text-ink-3" aria-hidden>
        <span className="h-px flex-1 bg-line" />
        {t("signIn.or")}
        <span className="h-px flex-1 bg-line" />
      </div>
      {provider !== null && (
        <a
          href="/api/sign-in/oauth"
          data-testid="sign-in-provider"
          className="inline-flex min-h-(--h-lg) items-center justify-center rounded-md border border-line-strong px-4.5 py-2 text-center text-14 font-medium transition hover:bg-surface-2"
        >
          {t("signIn.provider", { name: provider })}
        </a>
      )}
      <p className="text-center text-balance text-ink-2">{t("signIn.link")}</p>
    </form>
  );
}
