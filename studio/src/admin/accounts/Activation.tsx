import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Confirm } from "../../ui/Confirm";
import type { AccountEntry } from "../shared/types";
import { changeAccount } from "./calls";

interface ActivationProps {
  account: AccountEntry;
  onDone(): Promise<void>;
  onClose(): void;
}

/** Closes an account to its owner, or opens it again. */
export function Activation({ account, onDone, onClose }: ActivationProps) {
  const { t } = useTranslation("adminAccounts");
  const change = useMutation({
    mutationFn: () => changeAccount(account.id, { active: !account.active }),
    onSuccess: async () => {
      await onDone();
      onClose();
    },
  });
  const kind = account.active ? "deactivate" : "activate";
  return (
    <Confirm
      title={t(`${kind}Of`, { name: account.name })}
      action={t(kind)}
      danger={account.active}
      busy={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate()}
      onClose={onClose}
    >
      {t(`${kind}Hint`)}
    </Confirm>
  );
}
