import { useTranslation } from "react-i18next";
import { useNow } from "../../ui/now";
import { Timeline } from "../../ui/Timeline";
import { momentOf } from "../times";
import type { Delivery } from "./calls";
import { isTaken, type Try } from "./tries";

/** The tries of a delivery, the last one first: what was answered, and how long that took. */
export function TryList({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation("webhooks");
  const now = useNow(60_000);
  const said = ({ body, milliseconds }: Try) =>
    [body ? t("log.quoted", { text: body }) : undefined, t("log.took", { milliseconds })]
      .filter((part) => part !== undefined)
      .join(", ");
  return (
    <Timeline
      entries={delivery.log.toReversed().map((one) => ({
        key: one.at,
        look: isTaken(one) ? "ok" : "bad",
        title: one.answer,
        detail: said(one),
        time: momentOf(Date.parse(one.at), now),
      }))}
    />
  );
}
