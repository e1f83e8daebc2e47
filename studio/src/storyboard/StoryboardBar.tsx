import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAccount } from "../app/account";
import { useFeed } from "../feed/FeedProvider";
import { ActionBar } from "../groups/ActionBar";
import { SpendButton } from "../groups/SpendButton";
import type { GenerateGroup, Group } from "../groups/types";
import { Button } from "../ui/Button";
import { count } from "../ui/format";
import { planOf } from "./shots";

const leastForFilm = 2;

interface StoryboardBarProps {
  group: Group;
  busy: boolean;
  saving: boolean;
  onSend(body: GenerateGroup): void;
  onExport(): void;
}

/** What is to be made and its total, what was paid, and the film once two shots are there. */
export function StoryboardBar({ group, busy, saving, onSend, onExport }: StoryboardBarProps) {
  const { t } = useTranslation("storyboard");
  const { available } = useAccount();
  const { online } = useFeed();
  const { ids, credits, waiting, ready } = planOf(group);
  const short = credits - available;
  const reason = !online ? t("offline") : short > 0 ? t("short", { credits: count(short) }) : undefined;
  const missing = leastForFilm - ready;
  const film = missing > 0 ? t("bar.filmNeeds", { count: missing }) : undefined;
  const facts = [
    t("bar.ready", { count: ready }),
    t("bar.paid", { credits: count(group.credits.captured) }),
    ...(ids.length > 0 ? [reason ?? t("bar.after", { credits: count(available - credits) })] : []),
    ...(waiting > 0 ? [t("bar.waiting", { count: waiting })] : []),
    ...(film === undefined ? [] : [film]),
  ];
  return (
    <ActionBar>
      <div className="min-w-0 leading-[1.35] tabular-nums max-md:hidden">
        <b className="block font-medium">
          {ids.length > 0 ? t("bar.toMake", { count: ids.length, credits: count(credits) }) : t("bar.nothing")}
        </b>
        <span className={short > 0 ? "text-bad" : "text-ink-3"}>{facts.join(" · ")}</span>
      </div>
      <span className="flex-1 max-md:hidden" />
      <Button
        kind="line"
        size="lg"
        data-testid="export-film"
        icon={<Download size={16} aria-hidden />}
        disabled={film !== undefined}
        title={film}
        className="max-md:flex-1 max-md:px-2"
        onClick={onExport}
      >
        {t("bar.export")}
      </Button>
      {ids.length > 0 && (
        <SpendButton
          label={t("bar.generate", { count: ids.length })}
          credits={credits}
          busy={busy}
          pricing={saving}
          disabled={reason !== undefined}
          reason={reason}
          className="max-md:flex-1 max-md:gap-1.5 max-md:pl-3"
          onPress={() => onSend({ items: [...ids], maxCredits: credits })}
        />
      )}
    </ActionBar>
  );
}
