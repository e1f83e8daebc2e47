import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Chip } from "../../ui/Chip";
import { Field } from "../../ui/Field";
import { count } from "../../ui/format";
import { fieldFault } from "../../ui/faults";
import { FormDialog } from "../../ui/FormDialog";
import { toast } from "sonner";
import type { AccountEntry } from "../shared/types";
import { AccountFace } from "./AccountFace";
import { changeCredits, grantsKey } from "./calls";
import { creditsOf } from "./credits";
import { RecentGrants } from "./RecentGrants";

const shortcuts = [500, 1_000, 2_500, 5_000];

interface GrantDialogProps {
  account: AccountEntry;
  onDone(): Promise<void>;
  onClose(): void;
}

/** Gives an account credits, or takes them back. The balance after stands before the press. */
export function GrantDialog({ account, onDone, onClose }: GrantDialogProps) {
  const { t } = useTranslation(["adminAccounts", "admin"]);
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const credits = creditsOf(typed);
  const valid = credits !== undefined && Number.isFinite(credits) && credits !== 0;
  const back = valid && credits < 0;
  const sum = t("admin:cr", { n: count(Math.abs(valid ? credits : 0)) });
  const grant = useMutation({
    mutationFn: () => changeCredits(account.id, credits ?? 0, reason.trim()),
    onSuccess: async () => {
      void queryClient.invalidateQueries({ queryKey: grantsKey(account.id) });
      await onDone();
      toast(t(back ? "takenBack" : "granted", { sum, name: account.name }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("grantTitle")}
      action={valid ? t(back ? "takeBackSum" : "grantSum", { sum }) : t("grant")}
      sending={grant}
      fields={["credits", "reason"]}
      ready={valid && reason.trim() !== ""}
      onSend={() => grant.mutate()}
      onClose={onClose}
    >
      <div className="flex items-center gap-3">
        <AccountFace account={account} />
        <span className="ml-auto shrink-0 text-ink-2 tabular-nums">{t("now", { n: count(account.balance) })}</span>
      </div>
      <div>
        <Field
          data-first
          label={t("credits")}
          hint={t("creditsHint")}
          value={typed}
          maxLength={16}
          onChange={setTyped}
          fault={Number.isNaN(credits) ? t("wholeNumber") : fieldFault(grant.error, "credits")}
        />
        <div className="mt-2.5 flex flex-wrap gap-1.5">
          {shortcuts.map((usual) => (
            <Chip key={usual} pressed={credits === usual} onClick={() => setTyped(count(usual))}>
              {count(usual)}
            </Chip>
          ))}
        </div>
      </div>
      <Field
        label={t("reason")}
        note={t("reasonNote")}
        value={reason}
        maxLength={200}
        onChange={setReason}
        fault={fieldFault(grant.error, "reason")}
      />
      <dl className="grid gap-2 tabular-nums">
        <div className="flex justify-between gap-3">
          <dt className="text-ink-2">{t("balanceAfter")}</dt>
          <dd className="font-medium" data-testid="balance-after">
            {t("admin:cr", { n: count(account.balance + (valid ? credits : 0)) })}
          </dd>
        </div>
        {account.held > 0 && (
          <div className="flex justify-between gap-3">
            <dt className="text-ink-2">{t("ofThatHeld")}</dt>
            <dd className="font-medium">{t("admin:cr", { n: count(account.held) })}</dd>
          </div>
        )}
      </dl>
      <RecentGrants id={account.id} />
    </FormDialog>
  );
}
