import { ArrowDownUp } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button";
import { RadioMenu } from "../ui/RadioMenu";
import { type LibraryFilter, type Order, ordersOf } from "./filter";

interface OrderMenuProps {
  filter: LibraryFilter;
  onChoose(order: Order): void;
}

/** What comes first; a collection has an order of its own too. */
export function OrderMenu({ filter, onChoose }: OrderMenuProps) {
  const { t } = useTranslation("library");
  const name = t(`orders.${filter.order}`);
  return (
    <RadioMenu
      align="end"
      trigger={
        <Button
          kind="ghost"
          icon={<ArrowDownUp size={14} aria-hidden />}
          aria-label={t("order", { order: name })}
          className="max-md:size-11 max-md:px-0"
        >
          <span className="max-xl:hidden">{name}</span>
        </Button>
      }
      value={filter.order}
      options={ordersOf(filter.collection).map((value) => ({ value, label: t(`orders.${value}`) }))}
      onChoose={(value) => onChoose(value as Order)}
    />
  );
}
