import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { endOtherSessions } from "../../api/calls";
import { Confirm } from "../../ui/Confirm";
import { sessionsKey } from "./calls";

/** Asks before all other browsers are signed out. */
export function EndOthers({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useTranslation("account");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: endOtherSessions,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sessionsKey });
      toast(t("sessions.othersEnded"));
      onClose();
    },
  });
  return (
    <Confirm
      open={open}
      title={t("sessions.endOthersTitle")}
      action={t("sessions.endOthers")}
      busy={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      {t("sessions.endOthersText")}
    </Confirm>
  );
}
