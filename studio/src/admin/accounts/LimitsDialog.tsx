import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field";
import { fieldFault } from "../../ui/faults";
import { FormDialog } from "../../ui/FormDialog";
import type { AccountEntry } from "../shared/types";
import { AccountFace } from "./AccountFace";
import { changeAccount } from "./calls";
import { creditsOf, limitsChange } from "./credits";

interface LimitsDialogProps {
  account: AccountEntry;
  onDone(): Promise<void>;
  onClose(): void;
}

const wrong = (typed: string) => Number.isNaN(creditsOf(typed));

/** How many takes an account may have at providers at once, and in a day. */
export function LimitsDialog({ account, onDone, onClose }: LimitsDialogProps) {
  const { t } = useTranslation(["adminAccounts", "admin"]);
  const [most, setMost] = useState(String(account.limits.maxConcurrent ?? ""));
  const [daily, setDaily] = useState(String(account.limits.dailyGenerations ?? ""));
  const change = limitsChange(account, most, daily);
  const save = useMutation({
    mutationFn: () => changeAccount(account.id, change),
    onSuccess: async () => {
      await onDone();
      onClose();
    },
  });
  const fault = (typed: string, field: string) => (wrong(typed) ? t("wholeNumber") : fieldFault(save.error, field));
  return (
    <FormDialog
      title={t("changeLimits")}
      action={t("admin:save")}
      sending={save}
      fields={["maxConcurrent", "dailyGenerations"]}
      ready={Object.keys(change).length > 0 && !wrong(most) && !wrong(daily)}
      onSend={() => save.mutate()}
      onClose={onClose}
    >
      <AccountFace account={account} />
      <Field
        data-first
        label={t("limits.atOnce")}
        placeholder={t("limits.usual")}
        inputMode="numeric"
        value={most}
        onChange={setMost}
        fault={fault(most, "maxConcurrent")}
      />
      <Field
        label={t("limits.daily")}
        hint={t("limits.hint")}
        placeholder={t("limits.usual")}
        inputMode="numeric"
        value={daily}
        onChange={setDaily}
        fault={fault(daily, "dailyGenerations")}
      />
    </FormDialog>
  );
}
