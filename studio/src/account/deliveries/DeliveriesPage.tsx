import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import { Button } from "../../ui/Button";
import { AccountFrame } from "../AccountFrame";
import { ShowMore } from "../../ui/ShowMore";
import { Waiting } from "../../ui/Waiting";
import { endpointsKey, fetchEndpoints } from "../webhooks/calls";
import { WebhookTabs } from "../webhooks/WebhookTabs";
import { DeliveryDrawer } from "./DeliveryDrawer";
import { DeliveryFilters } from "./DeliveryFilters";
import { DeliveryList } from "./DeliveryList";
import { filterOf, withValue } from "./filter";
import { useDeliveries } from "./useDeliveries";

/** The log of webhooks. Filters and the opened delivery are in the address. */
export default function DeliveriesPage() {
  const { t } = useTranslation("webhooks");
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const opened = search.get("delivery");
  const pages = useDeliveries(filter);
  const endpoints = useQuery({ queryKey: endpointsKey, queryFn: ({ signal }) => fetchEndpoints(signal) });
  const deliveries = pages.data?.pages.flatMap((page) => page.items);
  const change = (key: string, value: string) =>
    setSearch((before) => withValue(before, key, value), { replace: true });
  return (
    <AccountFrame section="webhooks">
      <WebhookTabs current="log" />
      <DeliveryFilters filter={filter} endpoints={endpoints.data ?? []} onChange={change} />
      {deliveries === undefined ? (
        <Waiting query={pages} rows={8} />
      ) : deliveries.length === 0 ? (
        <div className="flex flex-col items-center gap-4 py-12 text-center text-ink-2">
          <p>{Object.keys(filter).length === 0 ? t("log.none") : t("log.noneSuch")}</p>
          {Object.keys(filter).length > 0 && (
            <Button onClick={() => setSearch({}, { replace: true })}>{t("log.clear")}</Button>
          )}
        </div>
      ) : (
        <div>
          <DeliveryList deliveries={deliveries} opened={opened} onOpen={(id) => change("delivery", id)} />
          <ShowMore pages={pages} />
        </div>
      )}
      <DeliveryDrawer id={opened} onClose={() => change("delivery", "")} />
    </AccountFrame>
  );
}
