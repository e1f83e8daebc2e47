import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../ui/Field";
import { FormDialog } from "../../ui/FormDialog";
import { fieldFault } from "../../ui/faults";
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
  const { t } = useTranslation("webhooks");
  const queryClient = useQueryClient();
  const [url, setUrl] = useState(before?.url ?? "");
  const [description, setDescription] = useState(before?.description ?? "");
  const [events, setEvents] = useState<readonly string[]>(before?.events ?? eventNames);
  const sending = useMutation({
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
    <FormDialog
      title={before === null ? t("form.newTitle") : t("form.changeTitle")}
      action={before === null ? t("form.make") : t("form.save")}
      sending={sending}
      fields={fields}
      ready={url.trim() !== ""}
      note={before === null ? t("form.shownOnce") : undefined}
      onSend={() => sending.mutate()}
      onClose={onClose}
    >
      <Field
        label={t("form.url")}
        value={url}
        hint={t("form.urlHint")}
        fault={fieldFault(sending.error, "url")}
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
        fault={fieldFault(sending.error, "description")}
        maxLength={200}
        onChange={setDescription}
      />
      <div>
        <p className="mb-2 font-medium text-ink-2">{t("events")}</p>
        <EventChoice events={events} onChange={setEvents} />
      </div>
    </FormDialog>
  );
}
