import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { DialogHead } from "../../ui/DialogHead";
import { Field } from "../../ui/Field";
import { FaultNote } from "../shared/FaultNote";
import { faultOf, restOf } from "../shared/faults";
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
  const fault = (typed: string, field: string) => (wrong(typed) ? t("wholeNumber") : faultOf(save.error, field));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("changeLimits")}
      className="max-h-[calc(100dvh-48px)] overflow-y-auto px-6 py-5.5 md:w-[min(460px,94vw)]"
    >
      <DialogHead title={t("changeLimits")} closeLabel={t("admin:close")} />
      <form
        className="grid grid-cols-[minmax(0,1fr)] gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
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
        <FaultNote error={restOf(save.error, ["maxConcurrent", "dailyGenerations"])} />
        <div className="flex justify-end gap-2">
          <Button kind="ghost" className="max-md:h-11" onClick={onClose}>
            {t("admin:cancel")}
          </Button>
          <Button
            kind="primary"
            className="max-md:h-11"
            type="submit"
            busy={save.isPending}
            disabled={Object.keys(change).length === 0 || wrong(most) || wrong(daily) || save.isPending}
          >
            {t("admin:save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
