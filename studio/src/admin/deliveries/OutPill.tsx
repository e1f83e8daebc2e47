import { Check, Clock, TriangleAlert, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Pill } from "../../ui/Pill";
import type { Delivery } from "../shared/types";
import { outcomeOf, outTones, statusOf } from "./outcome";

const icons = { new: Clock, taken: Check, failing: TriangleAlert, givenUp: X };

/** What the last try was answered with, or what became of the delivery. */
export function OutPill({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation("adminDeliveries");
  const outcome = outcomeOf(delivery);
  const Icon = icons[outcome];
  return (
    <Pill tone={outTones[outcome]} icon={<Icon size={14} aria-hidden />}>
      {t(`outcome.${outcome}`)}
      {statusOf(delivery) !== null && <span className="font-mono">{statusOf(delivery)}</span>}
    </Pill>
  );
}
