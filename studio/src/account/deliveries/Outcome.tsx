import { Check, Clock, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Pill } from "../../ui/Pill";
import type { Delivery } from "./calls";

const looks = {
  waiting: { tone: "info", icon: Clock },
  taken: { tone: "ok", icon: Check },
  failed: { tone: "bad", icon: TriangleAlert },
} as const;

/** How a delivery stands, in a word. One that waits after a failed try warns. */
export function Outcome({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation("webhooks");
  const retrying = delivery.state === "waiting" && delivery.tries > 0;
  const { tone, icon: Icon } = looks[delivery.state];
  return (
    <Pill tone={retrying ? "warn" : tone} icon={<Icon size={12} aria-hidden />}>
      {retrying ? t("log.retrying") : t(`log.states.${delivery.state}`)}
    </Pill>
  );
}
