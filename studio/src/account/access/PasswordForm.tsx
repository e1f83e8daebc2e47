import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { setPassword } from "../../api/calls";
import { ApiError } from "../../api/problem";
import type { AccountSignIn } from "../../api/types";
import { TextLine } from "../../session/TextLine";
import { Button } from "../../ui/Button";
import { Fault } from "../../ui/Fault";
import { fieldFault } from "../../ui/faults";
import { sessionsKey, signInKey } from "./calls";

/** Sets the sign-in name and the password; the one before is asked for unless the sign-in is fresh. */
export function PasswordForm({ known }: { known: AccountSignIn }) {
  const { t } = useTranslation("account");
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const [current, setCurrent] = useState("");
  const [password, setNew] = useState("");
  const name = typed ?? known.name ?? "";
  const asksCurrent = known.needsPassword && known.name !== undefined;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => setPassword({ name: name.trim(), password, ...(asksCurrent && { current }) }),
    onSuccess: async () => {
      setCurrent("");
      setNew("");
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: signInKey }),
        queryClient.invalidateQueries({ queryKey: sessionsKey }),
      ]);
      toast(t("password.saved"));
    },
  });
  // What is no field's fault is the old password's: it was wrong, or was tried too often.
  const blamed = (field: string) =>
    fieldFault(error, field) !== undefined ||
    (field === "current" && error instanceof ApiError && error.fields.length === 0);
  const faultId = (field: string) => (blamed(field) ? "password-fault" : null);
  return (
    <form
      className="flex max-w-100 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <TextLine
        id="own-name"
        label={t("password.name")}
        value={name}
        autoComplete="username"
        faultId={faultId("name")}
        onChange={setTyped}
      />
      {asksCurrent && (
        <TextLine
          id="current-password"
          label={t("password.current")}
          value={current}
          secret
          autoComplete="current-password"
          faultId={faultId("current")}
          onChange={setCurrent}
        />
      )}
      <TextLine
        id="new-password"
        label={known.name === undefined ? t("password.first") : t("password.next")}
        value={password}
        secret
        autoComplete="new-password"
        hint={t("password.hint")}
        faultId={faultId("password")}
        onChange={setNew}
      />
      <Fault id="password-fault" error={error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button
          kind="primary"
          type="submit"
          busy={isPending}
          disabled={isPending || name.trim() === "" || password === "" || (asksCurrent && current === "")}
          className="max-md:h-11"
        >
          {t("password.save")}
        </Button>
        <span className="min-w-0 flex-1 text-12 text-ink-3">{t("password.ends")}</span>
      </div>
    </form>
  );
}
