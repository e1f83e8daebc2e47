import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { serverNow } from "../../api/clock";
import { Field } from "../../ui/Field";
import { deliveriesKey } from "../deliveries/calls";
import { FormDialog } from "../../ui/FormDialog";
import { fieldFault } from "../../ui/faults";
import { type Endpoint, replayEndpoint } from "./calls";
import { localMinute } from "./localMinute";

const day = 24 * 3_600_000;

/** Sends an endpoint once more what came about in a span of time. Of more than the server takes at once, the rest is offered. */
export function ReplayForm({ endpoint, onClose }: { endpoint: Endpoint; onClose(): void }) {
  const { t } = useTranslation("webhooks");
  const queryClient = useQueryClient();
  const [from, setFrom] = useState(() => localMinute(serverNow() - day));
  const [until, setUntil] = useState(() => localMinute(serverNow() + 60_000));
  const sending = useMutation({
    mutationFn: (start: string) => replayEndpoint(endpoint.id, start, new Date(until).toISOString()),
    onSuccess: async ({ count, next }) => {
      await queryClient.invalidateQueries({ queryKey: deliveriesKey });
      if (next === undefined) {
        toast(t("replay.done", { count }));
        onClose();
      }
    },
  });
  const { data, error } = sending;
  const next = data?.next;
  return (
    <FormDialog
      title={t("replay.title")}
      action={next === undefined ? t("replay.action") : t("replay.goOn")}
      sending={sending}
      fields={["from", "until"]}
      ready={from !== "" && until !== ""}
      onSend={() => sending.mutate(next ?? new Date(from).toISOString())}
      onClose={onClose}
    >
      <p className="leading-body text-ink-2">{t("replay.text")}</p>
      <div className="grid grid-cols-2 gap-3.5 max-md:grid-cols-1">
        <Field
          label={t("replay.from")}
          type="datetime-local"
          value={from}
          required
          fault={fieldFault(error, "from")}
          onChange={setFrom}
        />
        <Field
          label={t("replay.until")}
          type="datetime-local"
          value={until}
          required
          fault={fieldFault(error, "until")}
          onChange={setUntil}
        />
      </div>
      {data !== undefined && next !== undefined && <p role="status">{t("replay.more", { count: data.count })}</p>}
    </FormDialog>
  );
}
