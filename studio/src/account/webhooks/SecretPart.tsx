import { useMutation } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";
import { Confirm } from "../Confirm";
import { Once } from "../Once";
import { BothValid } from "./BothValid";
import { type Endpoint, rotateEndpoint } from "./calls";

interface SecretPartProps {
  endpoint: Endpoint;
  /** The secret that the endpoint was made with, while it may still be shown. */
  made: string | undefined;
}

/** What an endpoint's webhooks are signed with, and how to exchange it. */
export function SecretPart({ endpoint, made }: SecretPartProps) {
  const { t } = useTranslation("webhooks");
  const [asking, setAsking] = useState(false);
  const { mutate, isPending, error, data, reset } = useMutation({
    mutationFn: () => rotateEndpoint(endpoint.id),
    onSuccess: () => setAsking(false),
  });
  const secret = data?.secret ?? made;
  return (
    <div className="min-w-0">
      <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2">
        <h3 className="mr-auto font-semibold">{t("secret.title")}</h3>
        <BothValid until={data?.previousUntil} />
        <Button
          size="sm"
          icon={<RefreshCw size={14} aria-hidden />}
          className="max-md:h-11"
          onClick={() => {
            if (data === undefined) reset();
            setAsking(true);
          }}
        >
          {t("secret.rotate")}
        </Button>
      </div>
      {secret === undefined ? (
        <p className="leading-body text-ink-2">{t("secret.hidden")}</p>
      ) : (
        <Once title={data === undefined ? t("secret.own") : t("secret.new")} secret={secret} />
      )}
      {data !== undefined && <p className="mt-2.5 leading-body text-ink-2">{t("secret.both")}</p>}
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
    </div>
  );
}
