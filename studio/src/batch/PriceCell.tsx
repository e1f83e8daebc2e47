import { useTranslation } from "react-i18next";
import type { GroupItem } from "../groups/types";
import { count } from "../ui/format";
import type { Row } from "./useRow";

/** What a row costs, holds or cost; a failure is struck through to what was charged. */
export function PriceCell({ item, row: { take } }: { item: GroupItem; row: Row }) {
  const { t } = useTranslation("batch");
  const cr = (credits: number) => t("credits", { credits: count(credits) });
  if (take !== undefined && item.status === "failed") {
    return (
      <span className="whitespace-nowrap">
        <s className="text-ink-3">{count(take.quote.credits)}</s> {cr(take.charge.captured)}
      </span>
    );
  }
  if (item.estimate !== undefined) {
    return cr(item.estimate);
  }
  return take === undefined ? "–" : cr(take.charge.captured || take.charge.held);
}
