import { useTranslation } from "react-i18next";
import { useNarrow } from "../../ui/media";
import { useNow } from "../../ui/now";
import { Head, Table } from "../../ui/Table";
import type { Delivery } from "./calls";
import { DeliveryItem } from "./DeliveryItem";
import { DeliveryRow } from "./DeliveryRow";

interface DeliveryListProps {
  deliveries: readonly Delivery[];
  opened: string | null;
  onOpen(id: string): void;
}

/** What was and will be sent, newest first. */
export function DeliveryList({ deliveries, opened, onOpen }: DeliveryListProps) {
  const { t } = useTranslation("webhooks");
  const narrow = useNarrow();
  const now = useNow(60_000);
  if (narrow) {
    return (
      <ul>
        {deliveries.map((one) => (
          <DeliveryItem key={one.id} delivery={one} now={now} onOpen={() => onOpen(one.id)} />
        ))}
      </ul>
    );
  }
  return (
    <Table label={t("tabs.log")}>
      <thead>
        <tr>
          {(["event", "where", "outcome", "attempts", "next"] as const).map((column) => (
            <Head key={column}>{t(`log.columns.${column}`)}</Head>
          ))}
          <Head align="right">{t("log.columns.time")}</Head>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((one) => (
          <DeliveryRow key={one.id} delivery={one} opened={one.id === opened} now={now} onOpen={() => onOpen(one.id)} />
        ))}
      </tbody>
    </Table>
  );
}
