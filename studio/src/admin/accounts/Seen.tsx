import { useTranslation } from "react-i18next";
import { moment as wholeMoment } from "../../ui/format";
import { useNow } from "../../ui/now";
import { relative } from "../shared/figures";
import type { AccountEntry } from "../shared/types";

/** When an account was used last, by a key or by signing in. */
export function Seen({ account: { seenAt } }: { account: AccountEntry }) {
  const { t } = useTranslation("adminAccounts");
  const now = useNow(60_000);
  if (seenAt === undefined) {
    return t("neverSeen");
  }
  const at = Date.parse(seenAt);
  return (
    <time dateTime={seenAt} title={wholeMoment(at)}>
      {relative(Math.min(at, now), now)}
    </time>
  );
}
