import { useMutation, useQueryClient } from "@tanstack/react-query";
import { History, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Confirm";
import { deleteEndpoint, type Endpoint, endpointsKey } from "./calls";
import { EndpointForm } from "./EndpointForm";
import { ReplayForm } from "./ReplayForm";

type Asked = "change" | "replay" | "delete" | null;

/** Change, send again what it missed, delete. */
export function EndpointTools({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation("webhooks");
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => deleteEndpoint(endpoint.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: endpointsKey });
      toast(t("deleted"));
    },
  });
  return (
    <div className="mt-5 flex flex-wrap gap-2 border-t border-line pt-4">
      <Button
        kind="line"
        size="sm"
        icon={<Pencil size={14} aria-hidden />}
        className="max-md:h-11"
        onClick={() => setAsked("change")}
      >
        {t("change")}
      </Button>
      <Button
        kind="line"
        size="sm"
        icon={<History size={14} aria-hidden />}
        className="max-md:h-11"
        onClick={() => setAsked("replay")}
      >
        {t("replay.action")}
      </Button>
      <Button
        kind="danger"
        size="sm"
        icon={<Trash2 size={14} aria-hidden />}
        className="ml-auto max-md:h-11"
        onClick={() => setAsked("delete")}
      >
        {t("delete")}
      </Button>
      {asked === "change" && <EndpointForm before={endpoint} onClose={close} onSaved={close} />}
      {asked === "replay" && <ReplayForm endpoint={endpoint} onClose={close} />}
      <Confirm
        open={asked === "delete"}
        title={t("deleteTitle")}
        action={t("delete")}
        busy={isPending}
        error={error}
        onConfirm={() => mutate()}
        onClose={close}
      >
        {t("deleteText", { url: endpoint.url })}
      </Confirm>
    </div>
  );
}
