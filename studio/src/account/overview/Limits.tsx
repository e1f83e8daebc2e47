import { useTranslation } from "react-i18next";
import type { Account } from "../../api/types";
import { count } from "../../ui/format";
import { Meter } from "../../ui/Meter";

/** How far the account is of what it is held to; nothing where it is held to nothing. */
export function Limits({ limits }: { limits: Account["limits"] }) {
  const { t } = useTranslation("account");
  const held = [
    { key: "today", value: limits.today, most: limits.dailyGenerations },
    { key: "atProviders", value: limits.atProviders, most: limits.maxConcurrent },
  ] as const;
  return (
    <div className="mt-4 flex flex-col gap-3 empty:hidden">
      {held.map(
        ({ key, value, most }) =>
          most !== undefined && (
            <div key={key}>
              <p className="mb-1.5 flex justify-between text-ink-2 tabular-nums">
                <span>{t(`limits.${key}`)}</span>
                <span>{t("limits.of", { value: count(value), most: count(most) })}</span>
              </p>
              <Meter label={t(`limits.${key}`)} value={value} most={most} />
            </div>
          ),
      )}
    </div>
  );
}
