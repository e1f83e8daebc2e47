import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { CloseButton } from "../../ui/CloseButton";
import { Drawer } from "../../ui/Drawer";
import { Waiting } from "../../ui/Waiting";
import { fetchDelivery } from "./calls";
import { DeliveryBody } from "./DeliveryBody";
import { Outcome } from "./Outcome";
import { SendAgain } from "./SendAgain";

const refreshEvery = 2_000;

/** All of one delivery beside the log. */
export function DeliveryDrawer({ id, onClose }: { id: string | null; onClose(): void }) {
  const { t } = useTranslation("webhooks");
  const query = useQuery({
    queryKey: ["delivery", id],
    queryFn: ({ signal }) => fetchDelivery(id ?? "", signal),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.state === "waiting" ? refreshEvery : false),
  });
  const delivery = query.data;
  return (
    <Drawer open={id !== null} onOpenChange={(open) => !open && onClose()} title={t("log.drawer")}>
      <header className="flex items-start gap-2.5 px-5.5 py-4">
        <div className="min-w-0 flex-1">
          <h2 className="flex flex-wrap items-center gap-2 text-16 font-semibold tracking-[-.01em]">
            {delivery?.type ?? t("log.drawer")}
            {delivery !== undefined && <Outcome delivery={delivery} />}
          </h2>
          <p className="mt-0.5 font-mono text-12 text-ink-3 [overflow-wrap:anywhere]">{id}</p>
        </div>
        <CloseButton />
      </header>
      <div className="flex-1 overflow-auto px-5.5 pt-1 pb-5">
        {delivery === undefined ? <Waiting query={query} rows={6} /> : <DeliveryBody delivery={delivery} />}
      </div>
      {delivery !== undefined && <SendAgain delivery={delivery} />}
    </Drawer>
  );
}
