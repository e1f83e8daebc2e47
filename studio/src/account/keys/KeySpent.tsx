import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { Meter } from "../../ui/Meter";
import type { Key } from "./calls";

/** What a key has spent, against its caps where it has any. */
export function KeySpent({ apiKey }: { apiKey: Key }) {
  const { t } = useTranslation("apiKeys");
  const spent = [
    { key: "today", value: apiKey.spentToday, cap: apiKey.dailyCredits },
    { key: "inAll", value: apiKey.spent, cap: apiKey.totalCredits },
  ] as const;
  return (
    <div className="flex flex-col gap-4 tabular-nums">
      {spent.map(({ key, value, cap }) => (
        <div key={key}>
          <p className="flex flex-wrap gap-x-2">
            <span className="text-ink-3">{t(`spent.${key}`)}</span>
            <span>
              {cap === undefined
                ? t("spent.credits", { credits: count(value) })
                : t("spent.of", { credits: count(value), cap: count(cap) })}
            </span>
            {key === "today" && cap !== undefined && <span className="ml-auto text-ink-3">{t("spent.resets")}</span>}
          </p>
          {cap !== undefined && <Meter label={t(`spent.${key}`)} value={value} most={cap} className="mt-2" />}
        </div>
      ))}
    </div>
  );
}
