import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { serverNow } from "../../api/clock";
import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { deliveriesKey } from "../deliveries/calls";
import { Fault } from "../Fault";
import { fieldFault } from "../faults";
import { type Endpoint, replayEndpoint } from "./calls";
import { localMinute } from "./localMinute";

const day = 24 * 3_600_000;

/** Sends an endpoint once more what came about in a span of time. Of more than the server takes at once, the rest is offered. */
export function ReplayForm({ endpoint, onClose }: { endpoint: Endpoint; onClose(): void }) {
  const { t } = useTranslation(["webhooks", "account"]);
  const queryClient = useQueryClient();
  const [from, setFrom] = useState(() => localMinute(serverNow() - day));
  const [until, setUntil] = useState(() => localMinute(serverNow() + 60_000));
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: (start: string) => replayEndpoint(endpoint.id, start, new Date(until).toISOString()),
    onSuccess: async ({ count, next }) => {
      await queryClient.invalidateQueries({ queryKey: deliveriesKey });
      if (next === undefined) {
        toast(t("replay.done", { count }));
        onClose();
      }
    },
  });
  const next = data?.next;
  return (
    <form
      className="flex flex-col gap-4 overflow-auto"
      onSubmit={(event) => {
        event.preventDefault();
        mutate(next ?? new Date(from).toISOString());
      }}
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
      <Fault id="replay-fault" error={error} fields={["from", "until"]} />
      {data !== undefined && next !== undefined && <p role="status">{t("replay.more", { count: data.count })}</p>}
      <div className="flex justify-end gap-2">
        <Button kind="ghost" onClick={onClose}>
          {t("account:cancel")}
        </Button>
        <Button kind="primary" type="submit" busy={isPending} disabled={isPending || from === "" || until === ""}>
          {next === undefined ? t("replay.action") : t("replay.goOn")}
        </Button>
      </div>
    </form>
  );
}
