import { useTranslation } from "react-i18next";
import { span } from "../ui/format";
import { partsOf } from "./times";

/** Says how long something lasts: "100 days", "23 h 41 min", "3 min 12 s". */
export function useLeft(): (milliseconds: number) => string {
  const { t } = useTranslation("account");
  return (milliseconds) => {
    const { days, hours, minutes } = partsOf(milliseconds);
    if (days > 1) {
      return t("left.days", { count: days });
    }
    const inAll = days * 24 + hours;
    return inAll > 0 ? t("left.hours", { hours: inAll, minutes }) : span(Math.max(0, milliseconds) / 1_000);
  };
}
