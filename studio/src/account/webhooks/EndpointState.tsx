import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../ui/now";
import { Pill } from "../../ui/Pill";
import { momentOf } from "../times";
import type { Endpoint } from "./calls";

/** What is wrong with an endpoint; nothing where nothing is. */
export function EndpointState({ endpoint }: { endpoint: Endpoint }) {
  const { t } = useTranslation("webhooks");
  const now = useNow(60_000);
  const icon = <TriangleAlert size={12} aria-hidden />;
  if (endpoint.disabledReason !== undefined) {
    return (
      <Pill tone="bad" icon={icon}>
        {t("state.disabled")}
      </Pill>
    );
  }
  if (endpoint.failingSince !== undefined) {
    return (
      <Pill tone="warn" icon={icon}>
        {t("state.failing", { since: momentOf(Date.parse(endpoint.failingSince), now) })}
      </Pill>
    );
  }
  return null;
}
