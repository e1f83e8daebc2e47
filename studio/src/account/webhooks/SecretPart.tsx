import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ShownOnce } from "../../ui/ShownOnce";
import { BothValid } from "./BothValid";
import { type Endpoint, rotateEndpoint } from "./calls";
import { RotateSecret } from "./RotateSecret";

interface SecretPartProps {
  endpoint: Endpoint;
  /** The secret that the endpoint was made with, while it may still be shown. */
  made: string | undefined;
}

/** What an endpoint's webhooks are signed with, and how to exchange it. */
export function SecretPart({ endpoint, made }: SecretPartProps) {
  const { t } = useTranslation("webhooks");
  const [rotated, setRotated] = useState<Awaited<ReturnType<typeof rotateEndpoint>>>();
  const secret = rotated?.secret ?? made;
  return (
    <div className="min-w-0">
      <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2">
        <h3 className="mr-auto font-semibold">{t("secret.title")}</h3>
        <BothValid until={rotated?.previousUntil} />
        <RotateSecret rotate={() => rotateEndpoint(endpoint.id)} onRotated={setRotated} />
      </div>
      {secret === undefined ? (
        <p className="leading-body text-ink-2">{t("secret.hidden")}</p>
      ) : (
        <ShownOnce title={rotated === undefined ? t("secret.own") : t("secret.new")} secret={secret} />
      )}
      {rotated !== undefined && <p className="mt-2.5 leading-body text-ink-2">{t("secret.both")}</p>}
    </div>
  );
}
