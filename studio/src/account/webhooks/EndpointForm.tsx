import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Fault } from "../Fault";
import { fieldFault } from "../faults";
import { addEndpoint, changeEndpoint, type Endpoint, endpointsKey, eventNames } from "./calls";
import { EventChoice } from "./EventChoice";

interface EndpointFormProps {
  /** The endpoint to change; null for a new one. */
  before: Endpoint | null;
  onClose(): void;
  onSaved(endpoint: Endpoint): void;
}

const fields = ["url", "description"] as const;

/** Where events are posted, which, and what people call it. */
export function EndpointForm({ before, onClose, onSaved }: EndpointFormProps) {
  const { t } = useTranslation(["webhooks", "account"]);
  const queryClient = useQueryClient();
  const [url, setUrl] = useState(before?.url ?? "");
  const [description, setDescription] = useState(before?.description ?? "");
  const [events, setEvents] = useState<readonly string[]>(before?.events ?? eventNames);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const body = { url: url.trim(), description: description.trim(), events: [...events] };
      return before === null ? addEndpoint(body) : changeEndpoint(before.id, body);
    },
    onSuccess: async (endpoint) => {
      await queryClient.invalidateQueries({ queryKey: endpointsKey });
      onSaved(endpoint);
    },
  });
  return (
    <form
      className="flex min-h-0 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <div className="flex flex-col gap-4 overflow-auto px-6 pt-1 pb-5">
        <Field
          label={t("form.url")}
          value={url}
          hint={t("form.urlHint")}
          fault={fieldFault(error, "url")}
          type="url"
          inputMode="url"
          placeholder="https://"
          required
          data-first
          onChange={setUrl}
        />
        <Field
          label={t("form.description")}
          note={t("form.optional")}
          value={description}
          fault={fieldFault(error, "description")}
          maxLength={200}
          onChange={setDescription}
        />
        <div>
          <p className="mb-2 font-medium text-ink-2">{t("events")}</p>
          <EventChoice events={events} onChange={setEvents} />
        </div>
        <Fault id="endpoint-fault" error={error} fields={fields} />
      </div>
      <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-6 py-3.5">
        {before === null && <span className="mr-auto text-ink-3 max-md:hidden">{t("form.shownOnce")}</span>}
        <Button kind="ghost" onClick={onClose}>
          {t("account:cancel")}
        </Button>
        <Button kind="primary" type="submit" busy={isPending} disabled={isPending || url.trim() === ""}>
          {before === null ? t("form.make") : t("form.save")}
        </Button>
      </footer>
    </form>
  );
}
