import { useTranslation } from "react-i18next";
import { shortDate } from "../times";
import { useLeft } from "../useLeft";
import { plainAddress } from "./addresses";
import type { Key } from "./calls";
import { useKeyWords } from "./useKeyWords";

/** What a key may do, from where and until when, and when it was used. */
export function KeyFacts({ apiKey, now }: { apiKey: Key; now: number }) {
  const { t } = useTranslation("apiKeys");
  const left = useLeft();
  const say = useKeyWords(now);
  const remaining = apiKey.expiresAt === undefined ? 0 : Date.parse(apiKey.expiresAt) - now;
  const made = Date.parse(apiKey.createdAt);
  const facts = [
    ["may", say.may(apiKey)],
    ["from", apiKey.allowedIps?.map(plainAddress).join(", ") ?? t("from.anyAddress")],
    ["ends", remaining > 0 ? t("ends.in", { date: say.ends(apiKey), left: left(remaining) }) : say.ends(apiKey)],
    ["made", shortDate(made, now)],
    ["used", say.used(apiKey)],
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] content-start gap-x-4 gap-y-2.5 tabular-nums">
      {facts.map(([key, value]) => (
        <div key={key} className="contents">
          <dt className="text-ink-3">{t(`columns.${key}`)}</dt>
          <dd className="text-right [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
