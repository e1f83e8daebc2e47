import { Clock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../ui/now";
import { Pill } from "../../ui/Pill";
import { useLeft } from "../useLeft";

/** How long the secret before signs beside the new one; nothing once it has ended. */
export function BothValid({ until }: { until: string | undefined }) {
  const { t } = useTranslation("webhooks");
  const left = useLeft();
  const now = useNow(60_000);
  const remaining = until === undefined ? 0 : Date.parse(until) - now;
  return remaining > 0 ? (
    <Pill tone="info" icon={<Clock size={12} aria-hidden />}>
      {t("secret.bothFor", { left: left(remaining) })}
    </Pill>
  ) : null;
}
