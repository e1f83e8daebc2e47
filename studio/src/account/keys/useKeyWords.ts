import { useTranslation } from "react-i18next";
import { ago, count } from "../../ui/format";
import { shortDate } from "../times";
import { plainAddress } from "./addresses";
import type { Key } from "./calls";

/** What a key's limits are called in lists. */
export function useKeyWords(now: number) {
  const { t } = useTranslation("apiKeys");
  return {
    may: (key: Key) => t(`may.${key.scope}`),
    cap: (key: Key) => {
      const caps = [
        key.dailyCredits !== undefined && t("cap.daily", { credits: count(key.dailyCredits) }),
        key.totalCredits !== undefined && t("cap.total", { credits: count(key.totalCredits) }),
      ].filter((cap) => cap !== false);
      return caps.length === 0 ? t("cap.none") : caps.join(", ");
    },
    from: (key: Key) => {
      const [first, ...others] = key.allowedIps?.map(plainAddress) ?? [];
      return first === undefined
        ? t("from.any")
        : others.length === 0
          ? first
          : t("from.more", { first, count: others.length });
    },
    ends: (key: Key) => {
      if (key.expiresAt === undefined) {
        return t("ends.never");
      }
      const at = Date.parse(key.expiresAt);
      return at <= now ? t("ends.ended", { date: shortDate(at, now) }) : shortDate(at, now);
    },
    used: (key: Key) => (key.usedAt === undefined ? t("used.never") : ago(Date.parse(key.usedAt), now)),
    usedAgo: (key: Key) =>
      key.usedAt === undefined ? t("used.never") : t("used.row", { age: ago(Date.parse(key.usedAt), now) }),
  };
}
