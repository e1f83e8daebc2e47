import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Checkbox } from "../../ui/Checkbox";
import { count } from "../../ui/format";
import { Confirm } from "../../ui/Confirm";
import type { ProviderAccount } from "../shared/types";
import { providersKey, removeProvider } from "./calls";

/** Removes an account. While takes run there, that ends them, and is asked for by itself. */
export function RemoveProvider({ account, onClose }: { account: ProviderAccount; onClose(): void }) {
  const { t } = useTranslation("adminProviders");
  const queryClient = useQueryClient();
  const [force, setForce] = useState(false);
  const remove = useMutation({
    mutationFn: () => removeProvider(account.id, force),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: providersKey });
      onClose();
    },
  });
  return (
    <Confirm
      title={t("removeOf", { name: account.id })}
      action={t("remove")}
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t("removeHint")}</p>
      {(account.running > 0 || remove.isError) && (
        <label className="mt-3 flex min-h-11 items-center gap-2.5 text-ink-1">
          <Checkbox checked={force} onChange={() => setForce(!force)} label={t("removeAnyway")} />
          {t("removeForce", { count: account.running, n: count(account.running) })}
        </label>
      )}
    </Confirm>
  );
}
