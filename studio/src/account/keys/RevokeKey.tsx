import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Confirm } from "../../ui/Confirm";
import { type Key, keysKey, revokeKey } from "./calls";

/** Asks, and then ends a key. Null while it is not asked. */
export function RevokeKey({ subject, onClose }: { subject: Key | null; onClose(): void }) {
  const { t } = useTranslation("apiKeys");
  const queryClient = useQueryClient();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (key: Key) => revokeKey(key.id),
    onSuccess: async (_, key) => {
      await queryClient.invalidateQueries({ queryKey: keysKey });
      toast(t("revoked", { name: key.name }));
      onClose();
    },
  });
  return (
    <Confirm
      open={subject !== null}
      title={t("revokeTitle", { name: subject?.name ?? "" })}
      action={t("revoke")}
      busy={isPending}
      error={error}
      onConfirm={() => subject !== null && mutate(subject)}
      onClose={() => {
        reset();
        onClose();
      }}
    >
      {t("revokeText")}
    </Confirm>
  );
}
