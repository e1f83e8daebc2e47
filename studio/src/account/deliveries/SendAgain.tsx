import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "../../ui/Button";
import { Fault } from "../../ui/Fault";
import { deliveriesKey, type Delivery, sendAgain } from "./calls";

/** Sends a delivery once more, at once and under the same id. */
export function SendAgain({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation("webhooks");
  const queryClient = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => sendAgain(delivery.id),
    onSuccess: async () => {
      toast(t("log.sent"));
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: deliveriesKey }),
        queryClient.invalidateQueries({ queryKey: ["delivery", delivery.id] }),
      ]);
    },
  });
  return (
    <footer className="border-t border-line px-5.5 py-4">
      <Fault id="send-again-fault" error={error} />
      <div className="flex flex-wrap items-center gap-2.5">
        <Button
          kind="primary"
          icon={<RotateCcw size={14} aria-hidden />}
          busy={isPending}
          disabled={isPending}
          className="max-md:h-11"
          onClick={() => mutate()}
        >
          {t("log.again")}
        </Button>
        <span className="ml-auto text-ink-3 max-md:hidden">{t("log.sameId")}</span>
      </div>
    </footer>
  );
}
