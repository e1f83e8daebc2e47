import { useQuery } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { ago, count } from "../../ui/format";
import { useNow } from "../../ui/now";
import { Panel } from "../../ui/Panel";
import { fetchKeys, type Key, keysKey } from "../keys/calls";
import { Waiting } from "../../ui/Waiting";

const shown = 4;
const usedAt = (key: Key) => Date.parse(key.usedAt ?? key.createdAt);

/** The keys that were used last. */
export function KeysPanel() {
  const { t } = useTranslation("account");
  const now = useNow(60_000);
  const query = useQuery({ queryKey: keysKey, queryFn: ({ signal }) => fetchKeys(signal) });
  const keys = query.data?.toSorted((a, b) => usedAt(b) - usedAt(a)) ?? [];
  return (
    <Panel
      title={t("sections.keys")}
      tools={
        <Link
          href="/account/keys?new"
          className="inline-flex h-(--h-sm) items-center gap-2 rounded-[7px] bg-surface-3 px-2.5 text-12 font-medium hover:bg-surface-4 max-md:h-11"
        >
          <Plus size={14} aria-hidden />
          {t("keys.add")}
        </Link>
      }
    >
      {query.data === undefined ? (
        <Waiting query={query} />
      ) : (
        <ul className="tabular-nums">
          {keys.slice(0, shown).map((key) => (
            <li key={key.id} className="flex min-h-10.5 items-center gap-2.5 border-b border-line py-1">
              <KeyRound size={14} className="text-ink-3" aria-hidden />
              <span className="truncate font-medium">{key.name}</span>
              {key.prefix !== undefined && (
                <span className="font-mono text-12 text-ink-3 max-md:hidden">{key.prefix}…</span>
              )}
              <span className="ml-auto shrink-0 text-ink-3">
                {key.usedAt === undefined
                  ? t("keys.unused")
                  : t("keys.used", { age: ago(Date.parse(key.usedAt), now) })}
              </span>
              <span className="min-w-21 shrink-0 text-right text-ink-2 max-md:hidden">
                {key.dailyCredits === undefined
                  ? t("keys.uncapped")
                  : t("keys.cap", { credits: count(key.dailyCredits) })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Link
        href="/account/keys"
        className="mt-3 inline-flex min-h-8 items-center rounded-sm font-medium text-accent-text hover:underline max-md:min-h-11"
      >
        {t("keys.all")}
      </Link>
    </Panel>
  );
}
