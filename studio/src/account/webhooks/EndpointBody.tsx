import { useTranslation } from "react-i18next";
import { Fault } from "../../ui/Fault";
import type { Endpoint } from "./calls";
import { EndpointTools } from "./EndpointTools";
import { EventChoice } from "./EventChoice";
import { SecretPart } from "./SecretPart";
import { TestPart } from "./TestPart";
import { useEndpointChange } from "./useEndpointChange";

/** What an endpoint hears, what signs for it, a test, and what else can be done with it. */
export function EndpointBody({ endpoint, secret }: { endpoint: Endpoint; secret: string | undefined }) {
  const { t } = useTranslation("webhooks");
  const { mutate, isPending, variables, error } = useEndpointChange(endpoint.id);
  const events = isPending ? (variables.events ?? endpoint.events) : endpoint.events;
  return (
    <>
      {endpoint.disabledReason !== undefined && (
        <p className="mt-3 rounded-md bg-bad-soft px-3.5 py-2.5">{endpoint.disabledReason}</p>
      )}
      <div className="mt-4 border-t border-line pt-4">
        <h3 className="mb-3 font-semibold">{t("events")}</h3>
        <EventChoice events={events} onChange={(next) => !isPending && mutate({ events: next })} />
        <Fault id={`${endpoint.id}-events-fault`} error={error} />
      </div>
      <div className="mt-5 grid grid-cols-[repeat(auto-fit,minmax(min(100%,380px),1fr))] gap-x-10 gap-y-5 border-t border-line pt-4">
        <SecretPart endpoint={endpoint} made={secret} />
        <TestPart endpoint={endpoint} />
      </div>
      <EndpointTools endpoint={endpoint} />
    </>
  );
}
