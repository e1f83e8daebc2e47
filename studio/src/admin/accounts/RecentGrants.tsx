import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNow } from "../../ui/now";
import { moment, signed } from "../shared/figures";
import { fetchGrants, grantsKey } from "./calls";

/** What an account was given and what was taken back lately, and why; nothing where that is not known. */
export function RecentGrants({ id }: { id: string }) {
  const { t } = useTranslation("adminAccounts");
  const now = useNow(60_000);
  const { data } = useQuery({ queryKey: grantsKey(id), queryFn: ({ signal }) => fetchGrants(id, signal) });
  if (data === undefined || data.items.length === 0) {
    return null;
  }
  return (
    <section aria-label={t("recentGrants")} className="border-t border-line pt-3.5">
      <h3 className="mb-1.5 font-medium text-ink-2">{t("recentGrants")}</h3>
      <ul className="tabular-nums">
        {data.items.map(({ at, balanceChange, note }) => (
          <li key={`${at} ${balanceChange}`} className="flex gap-3 py-1">
            <span className={`w-18 shrink-0 font-medium ${balanceChange < 0 ? "text-bad" : "text-ok"}`}>
              {signed(balanceChange)}
            </span>
            <span className="min-w-0 flex-1 truncate text-ink-2" title={note}>
              {note}
            </span>
            <time dateTime={at} className="shrink-0 text-ink-3">
              {moment(Date.parse(at), now)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
