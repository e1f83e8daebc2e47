import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button } from "../../ui/Button";
import { CopyButton } from "../../ui/CopyButton";
import { Panel } from "../../ui/Panel";
import { Confirm } from "../Confirm";
import { Waiting } from "../Waiting";
import { BothValid } from "./BothValid";
import { fetchSecret, rotateSecret, secretKey } from "./calls";

/** What signs webhooks that go to an address which a request itself named. It is read only when it is asked for. */
export function AccountSecret() {
  const { t } = useTranslation(["webhooks", "account"]);
  const queryClient = useQueryClient();
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const query = useQuery({
    queryKey: secretKey,
    queryFn: ({ signal }) => fetchSecret(signal),
    enabled: shown,
    gcTime: 0,
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: rotateSecret,
    onSuccess: (secret) => {
      queryClient.setQueryData(secretKey, secret);
      setShown(true);
      setAsking(false);
    },
  });
  return (
    <Panel
      title={t("requests.title")}
      tools={
        <>
          <BothValid until={query.data?.previousUntil} />
          <Button
            size="sm"
            icon={<RefreshCw size={14} aria-hidden />}
            className="max-md:h-11"
            onClick={() => setAsking(true)}
          >
            {t("secret.rotate")}
          </Button>
        </>
      }
    >
      <p className="mb-3 max-w-160 leading-body text-ink-2">{t("requests.text")}</p>
      {!shown ? (
        <Button kind="line" className="max-md:h-11" onClick={() => setShown(true)}>
          {t("requests.show")}
        </Button>
      ) : query.data === undefined ? (
        <Waiting query={query} rows={1} />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <code className="min-w-0 rounded-sm bg-bg px-3 py-2.25 font-mono [overflow-wrap:anywhere]">
            {query.data.secret}
          </code>
          <CopyButton
            text={query.data.secret}
            label={t("account:copy")}
            doneLabel={t("account:copied")}
            onFailed={() => toast(t("account:copyFailed"))}
          />
        </div>
      )}
      <Confirm
        open={asking}
        title={t("secret.rotateTitle")}
        action={t("secret.rotate")}
        busy={isPending}
        error={error}
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      >
        {t("secret.rotateText")}
      </Confirm>
    </Panel>
  );
}
