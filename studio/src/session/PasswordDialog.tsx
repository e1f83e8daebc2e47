import { useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { useTranslation } from "react-i18next";
import { beginIdentityLink, endOtherSessions, fetchAccountSignIn, fetchSignInWays, setPassword } from "../api/calls";
import { ApiError } from "../api/problem";
import { Button } from "../ui/Button";
import { Dialog, DialogClose } from "../ui/Dialog";
import { IconButton } from "../ui/IconButton";
import { FaultLine } from "./FaultLine";
import { TextLine } from "./TextLine";

interface PasswordDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Takes the focus back. */
  onClosed(): void;
}

/** Sets the sign-in name and password, signs out elsewhere, and links an identity at the operator's provider. */
export default function PasswordDialog({ open, onOpenChange, onClosed }: PasswordDialogProps) {
  const { t } = useTranslation(["session", "frame"]);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("password.title")}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        onClosed();
      }}
      className="max-h-[calc(100dvh-48px)] px-7 py-6.5 md:w-[min(440px,94vw)]"
    >
      <div className="mb-4.5 flex items-center">
        <h2 className="flex-1 text-20 font-semibold tracking-title">{t("password.title")}</h2>
        <DialogClose asChild>
          <IconButton label={t("frame:close")}>
            <X size={16} aria-hidden />
          </IconButton>
        </DialogClose>
      </div>
      <PasswordForm onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function PasswordForm({ onDone }: { onDone(): void }) {
  const { t } = useTranslation(["session", "frame"]);
  const queryClient = useQueryClient();
  const signIn = useQuery({ queryKey: ["sign-in"], queryFn: ({ signal }) => fetchAccountSignIn(signal), staleTime: 0 });
  const ways = useQuery({ queryKey: ["sign-in-ways"], queryFn: ({ signal }) => fetchSignInWays(signal) });
  const [name, setName] = useState<string | null>(null);
  const [current, setCurrent] = useState("");
  const [password, setNew] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function attempt(action: () => Promise<void>): Promise<void> {
    setBusy(true);
    setFault(null);
    try {
      await action();
    } catch (error) {
      setFault(error instanceof ApiError ? error.message : t("signIn.unreachable"));
    }
    setBusy(false);
  }

  if (signIn.data === undefined) {
    return signIn.isError ? (
      <FaultLine id="password-fault">{t("signIn.unreachable")}</FaultLine>
    ) : (
      <p role="status">{t("frame:loading")}</p>
    );
  }
  const known = signIn.data;
  const own = name ?? known.name ?? "";
  const asksCurrent = known.needsPassword && known.name !== undefined;
  const faultId = fault === null ? null : "password-fault";
  const provider = ways.data?.provider ?? null;

  async function save(): Promise<void> {
    await setPassword({ name: own.trim(), password, ...(asksCurrent ? { current } : {}) });
    await queryClient.invalidateQueries({ queryKey: ["sign-in"] });
    toast(t("password.saved"));
    onDone();
  }

  return (
    <form
      className="flex flex-col gap-4 overflow-auto"
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(save);
      }}
    >
      {known.needsPassword && known.name === undefined && <p className="text-ink-2">{t("password.needsLink")}</p>}
      <TextLine
        id="own-name"
        label={t("signIn.name")}
        value={own}
        autoComplete="username"
        faultId={faultId}
        onChange={setName}
      />
      {asksCurrent && (
        <TextLine
          id="current"
          label={t("password.current")}
          value={current}
          secret
          autoComplete="current-password"
          faultId={faultId}
          onChange={setCurrent}
        />
      )}
      <TextLine
        id="new-password"
        label={t("password.next")}
        value={password}
        secret
        autoComplete="new-password"
        hint={t("password.hint")}
        faultId={faultId}
        onChange={setNew}
      />
      {fault !== null && <FaultLine id="password-fault">{fault}</FaultLine>}
      <Button kind="primary" size="lg" type="submit" busy={busy} disabled={own.trim() === "" || password === ""}>
        {t("password.save")}
      </Button>
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        <Button
          kind="line"
          disabled={busy}
          onClick={() =>
            void attempt(async () => {
              await endOtherSessions();
              toast(t("password.endedElsewhere"));
            })
          }
        >
          {t("password.endElsewhere")}
        </Button>
        {provider !== null && (
          <Button
            kind="line"
            disabled={busy}
            onClick={() => void attempt(async () => location.assign(await beginIdentityLink()))}
          >
            {t("password.link", { provider })}
          </Button>
        )}
      </div>
    </form>
  );
}
