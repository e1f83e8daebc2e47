import { useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { beginIdentityLink, endOtherSessions, fetchAccountSignIn, fetchSignInWays, setPassword } from "../api/calls";
import { ApiError } from "../api/problem";
import { Button } from "../ui/Button";
import { Dialog, DialogClose } from "../ui/Dialog";
import { IconButton } from "../ui/IconButton";
import { words } from "../words";
import { FaultLine } from "./FaultLine";
import { TextLine } from "./TextLine";

interface PasswordDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Takes the focus back. */
  onClosed(): void;
}

/** Sets the sign-in name and password, signs out elsewhere, and links an identity at the operator's provider. */
export function PasswordDialog({ open, onOpenChange, onClosed }: PasswordDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={words.password.title}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        onClosed();
      }}
      className="max-h-[calc(100dvh-48px)] px-7 py-6.5 md:w-[min(440px,94vw)]"
    >
      <div className="mb-4.5 flex items-center">
        <h2 className="flex-1 text-20 font-semibold tracking-title">{words.password.title}</h2>
        <DialogClose asChild>
          <IconButton label={words.close}>
            <X size={16} aria-hidden />
          </IconButton>
        </DialogClose>
      </div>
      <PasswordForm onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function PasswordForm({ onDone }: { onDone(): void }) {
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
      setFault(error instanceof ApiError ? error.message : words.signIn.unreachable);
    }
    setBusy(false);
  }

  if (signIn.data === undefined) {
    return signIn.isError ? (
      <FaultLine id="password-fault">{words.signIn.unreachable}</FaultLine>
    ) : (
      <p role="status">{words.loading}</p>
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
    toast(words.password.saved);
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
      {known.needsPassword && known.name === undefined && <p className="text-ink-2">{words.password.needsLink}</p>}
      <TextLine
        id="own-name"
        label={words.signIn.name}
        value={own}
        autoComplete="username"
        faultId={faultId}
        onChange={setName}
      />
      {asksCurrent && (
        <TextLine
          id="current"
          label={words.password.current}
          value={current}
          secret
          autoComplete="current-password"
          faultId={faultId}
          onChange={setCurrent}
        />
      )}
      <TextLine
        id="new-password"
        label={words.password.next}
        value={password}
        secret
        autoComplete="new-password"
        hint={words.password.hint}
        faultId={faultId}
        onChange={setNew}
      />
      {fault !== null && <FaultLine id="password-fault">{fault}</FaultLine>}
      <Button kind="primary" size="lg" type="submit" busy={busy} disabled={own.trim() === "" || password === ""}>
        {words.password.save}
      </Button>
      <div className="flex flex-wrap gap-2 border-t border-line pt-4">
        <Button
          kind="line"
          disabled={busy}
          onClick={() =>
            void attempt(async () => {
              await endOtherSessions();
              toast(words.password.endedElsewhere);
            })
          }
        >
          {words.password.endElsewhere}
        </Button>
        {provider !== null && (
          <Button
            kind="line"
            disabled={busy}
            onClick={() => void attempt(async () => location.assign(await beginIdentityLink()))}
          >
            {words.password.link(provider)}
          </Button>
        )}
      </div>
    </form>
  );
}
