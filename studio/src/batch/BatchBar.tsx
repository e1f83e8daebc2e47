import { useTranslation } from "react-i18next";
import { useAccount } from "../app/account";
import { useFeed } from "../feed/FeedProvider";
import { ActionBar } from "../groups/ActionBar";
import { SpendButton } from "../groups/SpendButton";
import type { GenerateGroup, Group } from "../groups/types";
import { count } from "../ui/format";
import { isResume, sendable } from "./cap";

interface BatchBarProps {
  group: Group;
  limit: number | null;
  busy: boolean;
  saving: boolean;
  onSend(body: GenerateGroup): void;
}

/** What is still to be sent, or was held back by a pause, its total, and what is left afterwards; gone once all is sent. */
export function BatchBar({ group, limit, busy, saving, onSend }: BatchBarProps) {
  const { t } = useTranslation("batch");
  const { available } = useAccount();
  const { online } = useFeed();
  const { ids, credits, waiting } = sendable(group.items, group.credits.captured + group.credits.held, limit);
  if (ids.length === 0 && waiting === 0) {
    return null;
  }
  const short = credits - available;
  const reason = !online
    ? t("offline")
    : ids.length === 0
      ? t("limit.reached")
      : short > 0
        ? t("short", { credits: count(short) })
        : undefined;
  return (
    <ActionBar>
      <div className="min-w-0 leading-[1.35] tabular-nums max-md:hidden">
        <b className="block font-medium">{t("toSend", { count: ids.length, credits: count(credits) })}</b>
        <span className={short > 0 ? "text-bad" : "text-ink-3"}>
          {reason ?? t("after", { credits: count(available - credits) })}
          {waiting > 0 && ids.length > 0 && ` · ${t("limit.leaves", { count: waiting })}`}
        </span>
      </div>
      <SpendButton
        label={t(isResume(group.items, ids) ? "resume" : "generate", { count: ids.length })}
        credits={credits}
        busy={busy}
        pricing={saving}
        disabled={reason !== undefined}
        reason={reason}
        className="ml-auto max-md:w-full"
        onPress={() => onSend({ items: [...ids], maxCredits: credits })}
      />
    </ActionBar>
  );
}
