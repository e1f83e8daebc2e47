import { useTranslation } from "react-i18next";
import { Choose } from "../../ui/Choose";
import { Chip } from "../../ui/Chip";
import { type Endpoint, eventNames } from "../webhooks/calls";
import { type DeliveryFilter, states } from "./filter";
import { hostOf } from "./tries";

interface DeliveryFiltersProps {
  filter: DeliveryFilter;
  endpoints: readonly Endpoint[];
  onChange(key: keyof DeliveryFilter, value: string): void;
}

/** What the log is narrowed to: how it went, which event, which endpoint. */
export function DeliveryFilters({ filter, endpoints, onChange }: DeliveryFiltersProps) {
  const { t } = useTranslation("webhooks");
  const events = [...eventNames, "webhook.test"];
  return (
    <div className="flex flex-wrap items-center gap-2">
      {states.map((state) => (
        <Chip
          key={state}
          pressed={filter.state === state}
          onClick={() => onChange("state", filter.state === state ? "" : state)}
        >
          {t(`log.states.${state}`)}
        </Chip>
      ))}
      <Choose
        label={t("log.event")}
        value={filter.event ?? ""}
        options={[{ value: "", label: t("log.anyEvent") }, ...events.map((event) => ({ value: event, label: event }))]}
        onChoose={(value) => onChange("event", value)}
      />
      <Choose
        label={t("log.endpoint")}
        value={filter.endpoint ?? ""}
        options={[
          { value: "", label: t("log.anyEndpoint") },
          ...endpoints.map((one) => ({ value: one.id, label: one.description ?? hostOf(one.url) })),
        ]}
        onChoose={(value) => onChange("endpoint", value)}
      />
    </div>
  );
}
