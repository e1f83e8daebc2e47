import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../../ui/cx";
import { Cell } from "../../ui/Table";
import { momentOf } from "../times";
import type { Delivery } from "./calls";
import { Outcome } from "./Outcome";
import { hostOf } from "./tries";
import { useNext } from "./useNext";

interface DeliveryRowProps {
  delivery: Delivery;
  opened: boolean;
  now: number;
  onOpen(): void;
}

export function DeliveryRow({ delivery, opened, now, onOpen }: DeliveryRowProps) {
  const { t } = useTranslation("webhooks");
  const next = useNext(delivery);
  const button = useRef<HTMLButtonElement>(null);
  // The focus is where it comes back to when the drawer closes.
  function open(): void {
    button.current?.focus();
    onOpen();
  }
  return (
    <tr onClick={open} className={cx("cursor-pointer transition hover:bg-surface-1", opened && "bg-surface-1")}>
      <Cell>
        <button ref={button} type="button" className="rounded-xs py-1 text-left font-medium">
          {delivery.type}
        </button>
      </Cell>
      <Cell className="font-mono text-12 text-ink-2">{hostOf(delivery.url)}</Cell>
      <Cell>
        <Outcome delivery={delivery} />
      </Cell>
      <Cell>{t("log.tries", { tries: delivery.tries })}</Cell>
      <Cell className="w-full max-w-0 truncate text-ink-2">{next}</Cell>
      <Cell align="right" className="font-mono text-12 text-ink-3">
        {momentOf(Date.parse(delivery.createdAt), now)}
      </Cell>
    </tr>
  );
}
