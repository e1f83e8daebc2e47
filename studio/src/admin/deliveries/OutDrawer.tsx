import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { count } from "../../ui/format";
import { useNow } from "../../ui/now";
import { Fault } from "../../ui/Fault";
import { moment, relative } from "../shared/figures";
import type { Delivery } from "../shared/types";
import { outKey, retryDelivery } from "./calls";
import { DrawerFrame, Facts } from "./DrawerFrame";
import { hostOf, mostTries } from "./outcome";
import { OutPill } from "./OutPill";
import { OwnDelivery } from "./OwnDelivery";

/** One delivery: where it goes, how it stands, and sending it again. */
export function OutDrawer({ delivery, onClose }: { delivery: Delivery; onClose(): void }) {
  const { t } = useTranslation("adminDeliveries");
  const queryClient = useQueryClient();
  const now = useNow();
  const retry = useMutation({
    mutationFn: () => retryDelivery(delivery),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: outKey }),
  });
  const due = delivery.dueAt == null ? 0 : Date.parse(delivery.dueAt);
  const facts = [
    [t("facts.address"), delivery.url],
    [t("head.surface"), delivery.surface],
    [
      t("head.take"),
      <span key="take" className="font-mono text-12">
        {delivery.generationId}
      </span>,
    ],
    [t("facts.created"), moment(Date.parse(delivery.createdAt), now)],
    [t("head.tries"), t("triesOf", { n: count(delivery.tries), most: count(mostTries) })],
    ...(delivery.dueAt == null ? [] : [[t("head.next"), due > now ? relative(due, now) : t("due")] as const]),
    ...(delivery.answer == null ? [] : [[t("facts.last"), delivery.answer] as const]),
  ] as const;
  return (
    <DrawerFrame
      title={hostOf(delivery.url)}
      pill={<OutPill delivery={delivery} />}
      note={delivery.id}
      onClose={onClose}
      footer={
        <>
          <div className="flex flex-wrap items-center gap-3">
            <Button
              kind="primary"
              className="max-md:h-11"
              icon={<RotateCcw size={16} aria-hidden />}
              busy={retry.isPending}
              disabled={retry.isPending}
              onClick={() => retry.mutate()}
            >
              {t("sendAgain")}
            </Button>
            <span role="status" className="ml-auto text-12 text-ink-3">
              {retry.isSuccess ? t("sentAgain") : t("sameId")}
            </span>
          </div>
          <Fault error={retry.error} className="mt-3" />
        </>
      }
    >
      <Facts facts={facts} />
      <OwnDelivery delivery={delivery} />
    </DrawerFrame>
  );
}
