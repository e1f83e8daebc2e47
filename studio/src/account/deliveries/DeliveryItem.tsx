import { useTranslation } from "react-i18next";
import { momentOf } from "../times";
import type { Delivery } from "./calls";
import { Outcome } from "./Outcome";
import { hostOf } from "./tries";
import { useNext } from "./useNext";

interface DeliveryItemProps {
  delivery: Delivery;
  now: number;
  onOpen(): void;
}

/** A row of the log on a phone. */
export function DeliveryItem({ delivery, now, onOpen }: DeliveryItemProps) {
  const { t } = useTranslation("webhooks");
  const next = useNext(delivery);
  return (
    <li className="border-b border-line">
      <button type="button" onClick={onOpen} className="w-full py-3 text-left tabular-nums">
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-medium">{delivery.type}</span>
          <Outcome delivery={delivery} />
        </span>
        <span className="mt-1.5 flex gap-2 text-12 text-ink-3">
          <span className="min-w-0 flex-1 truncate font-mono">{hostOf(delivery.url)}</span>
          <span>{momentOf(Date.parse(delivery.createdAt), now)}</span>
        </span>
        {delivery.state !== "taken" && (
          <span className="mt-1 block truncate text-12 text-ink-2">
            {t("log.tries", { tries: delivery.tries })} · {next}
          </span>
        )}
      </button>
    </li>
  );
}
