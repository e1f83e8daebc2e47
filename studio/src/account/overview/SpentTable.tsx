import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { serverDay } from "../times";
import type { NamedSpent } from "./spent";

/** The chart for those who do not see it: one row for each day on which something was spent. */
export function SpentTable({ days, models }: { days: readonly string[]; models: readonly NamedSpent[] }) {
  const { t } = useTranslation("account");
  const spentOn = (index: number) => models.some((one) => (one.daily[index] ?? 0) > 0);
  return (
    <table className="sr-only">
      <caption>{t("spent.table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("spent.day")}</th>
          {models.map(({ model, name }) => (
            <th key={model ?? "others"} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map((day, index) =>
          spentOn(index) ? (
            <tr key={day}>
              <th scope="row">{serverDay(day)}</th>
              {models.map(({ model, daily }) => (
                <td key={model ?? "others"}>{count(daily[index] ?? 0)}</td>
              ))}
            </tr>
          ) : null,
        )}
      </tbody>
    </table>
  );
}
