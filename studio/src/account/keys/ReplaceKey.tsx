import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Confirm } from "../../ui/Confirm";
import { ShownOnce } from "../../ui/ShownOnce";
import { addKey, type Key, keysKey, revokeKey } from "./calls";
import { replacementOf } from "./keyDraft";

/** Makes a key that may do the same, and ends the old one when the new one is written down: it may be what this browser signed in with. */
export function ReplaceKey({ subject, onClose }: { subject: Key; onClose(made: Key | undefined): void }) {
  const { t } = useTranslation("apiKeys");
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: keysKey });
  const making = useMutation({ mutationFn: () => addKey(replacementOf(subject)), onSettled });
  const ending = useMutation({
    mutationFn: () => revokeKey(subject.id),
    onSuccess: () => {
      toast(t("revoked", { name: subject.name }));
      onClose(making.data);
    },
    onSettled,
  });
  const made = making.data;
  const act = made === undefined ? making : ending;
  return (
    <Confirm
      title={t("replaceTitle", { name: subject.name })}
      action={t(made === undefined ? "replaceMake" : "replaceEnd")}
      danger={made !== undefined}
      busy={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate()}
      onClose={() => onClose(made)}
    >
      {made?.key === undefined ? t("replaceText") : <ShownOnce title={made.name} secret={made.key} />}
      {made !== undefined && <p className="mt-3">{t("revokeText")}</p>}
    </Confirm>
  );
}
