import { useQuery } from "@tanstack/react-query";
import { Webhook } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { AccountFrame } from "../AccountFrame";
import { AddButton } from "../AddButton";
import { Waiting } from "../../ui/Waiting";
import { AccountSecret } from "./AccountSecret";
import { type Endpoint, endpointsKey, fetchEndpoints } from "./calls";
import { EndpointForm } from "./EndpointForm";
import { EndpointPanel } from "./EndpointPanel";
import { WebhookTabs } from "./WebhookTabs";

const refreshEvery = 15_000;

/** Where the account hears of its generations. */
export default function WebhooksPage() {
  const { t } = useTranslation("webhooks");
  const query = useQuery({
    queryKey: endpointsKey,
    queryFn: ({ signal }) => fetchEndpoints(signal),
    refetchInterval: refreshEvery,
  });
  const [opened, setOpened] = useState<string | null>();
  const [made, setMade] = useState<Endpoint>();
  const [adding, setAdding] = useState(false);
  const endpoints = query.data ?? [];
  const open = opened === undefined ? endpoints[0]?.id : opened;
  const add = () => setAdding(true);
  return (
    <AccountFrame section="webhooks" tools={<AddButton label={t("add")} onClick={add} />}>
      <WebhookTabs current="endpoints" />
      {query.data === undefined ? (
        <Waiting query={query} rows={4} />
      ) : endpoints.length === 0 ? (
        <div className="flex flex-col items-center gap-4 rounded-lg bg-surface-1 px-6 py-12 text-center">
          <Webhook size={24} className="text-ink-3" aria-hidden />
          <p className="max-w-110 text-14 text-ink-2">{t("none")}</p>
          <Button onClick={add}>{t("add")}</Button>
        </div>
      ) : (
        endpoints.map((endpoint) => (
          <EndpointPanel
            key={endpoint.id}
            endpoint={endpoint}
            secret={made?.id === endpoint.id ? made.secret : undefined}
            open={endpoint.id === open}
            onToggle={() => setOpened(endpoint.id === open ? null : endpoint.id)}
          />
        ))
      )}
      <AccountSecret />
      {adding && (
        <EndpointForm
          before={null}
          onClose={() => setAdding(false)}
          onSaved={(endpoint) => {
            setMade(endpoint);
            setOpened(endpoint.id);
            setAdding(false);
          }}
        />
      )}
    </AccountFrame>
  );
}
