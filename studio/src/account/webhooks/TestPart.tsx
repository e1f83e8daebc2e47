import { useMutation, useQuery } from "@tanstack/react-query";
import { Zap } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { fetchDelivery } from "../deliveries/calls";
import { TryList } from "../deliveries/TryList";
import { Fault } from "../../ui/Fault";
import { type Endpoint, testEndpoint } from "./calls";

const pollEvery = 1_000;

/** Sends an endpoint webhook.test, and shows what it answers. */
export function TestPart({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation("webhooks");
  const test = useMutation({ mutationFn: () => testEndpoint(endpoint.id) });
  const id = test.data?.id;
  const { data } = useQuery({
    queryKey: ["delivery", id],
    queryFn: ({ signal }) => fetchDelivery(id ?? "", signal),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data?.state === "waiting" ? pollEvery : false),
  });
  return (
    <div className="min-w-0">
      <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2">
        <h3 className="mr-auto font-semibold">{t("test.title")}</h3>
        <Button
          size="sm"
          icon={<Zap size={14} aria-hidden />}
          busy={test.isPending}
          disabled={test.isPending || !endpoint.enabled}
          className="max-md:h-11"
          onClick={() => test.mutate()}
        >
          {t("test.send")}
        </Button>
      </div>
      <Fault id={`${endpoint.id}-test-fault`} error={test.error} />
      <div aria-live="polite">
        {data !== undefined && data.log.length > 0 ? (
          <TryList delivery={data} />
        ) : (
          <p className="leading-body text-ink-2">
            {!endpoint.enabled ? t("test.paused") : id === undefined ? t("test.text") : t("test.sending")}
          </p>
        )}
      </div>
    </div>
  );
}
