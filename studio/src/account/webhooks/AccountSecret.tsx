import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { CopyButton } from "../../ui/CopyButton";
import { Panel } from "../../ui/Panel";
import { Waiting } from "../../ui/Waiting";
import { BothValid } from "./BothValid";
import { fetchSecret, rotateSecret, secretKey } from "./calls";
import { RotateSecret } from "./RotateSecret";

/** What signs webhooks that go to an address which a request itself named. It is read only when it is asked for. */
export function AccountSecret() {
  const { t } = useTranslation("webhooks");
  const queryClient = useQueryClient();
  const [shown, setShown] = useState(false);
  const query = useQuery({
    queryKey: secretKey,
    queryFn: ({ signal }) => fetchSecret(signal),
    enabled: shown,
    gcTime: 0,
  });
  return (
    <Panel
      title={t("requests.title")}
      tools={
        <>
          <BothValid until={query.data?.previousUntil} />
          <RotateSecret
            rotate={rotateSecret}
            onRotated={(secret) => {
              queryClient.setQueryData(secretKey, secret);
              setShown(true);
            }}
          />
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
          <CopyButton text={query.data.secret} />
        </div>
      )}
    </Panel>
  );
}
