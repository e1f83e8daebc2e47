import { useTranslation } from "react-i18next";
import { useNow } from "../../ui/now";
import { useLeft } from "../useLeft";
import type { Delivery } from "./calls";

/** When a delivery is tried next, or what came of its last try. */
export function useNext(delivery: Delivery | undefined): string {
  const { t } = useTranslation("webhooks");
  const now = useNow();
  const left = useLeft();
  if (delivery?.dueAt === undefined) {
    return delivery?.answer ?? "–";
  }
  const remaining = Date.parse(delivery.dueAt) - now;
  return remaining > 0 ? t("log.nextIn", { left: left(remaining) }) : t("log.nextNow");
}
