import { ListVideo } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFeed } from "../feed/FeedProvider";
import { isActive } from "../feed/feed";
import { PhaseLine } from "../feed/PhaseLine";
import { TakePrompt } from "../feed/TakeMeta";
import { Button } from "../ui/Button";
import { Popover } from "../ui/Popover";

/** How many takes are under way; a press lists them in the order in which they came. */
export function QueueButton() {
  const { t } = useTranslation();
  const { takes } = useFeed();
  const queue = takes.filter(isActive).toReversed();
  if (queue.length === 0) {
    return null;
  }
  const held = queue.reduce((sum, { charge }) => sum + charge.held, 0);
  return (
    <Popover
      label={t("queue.label")}
      side="bottom"
      className="md:w-105"
      trigger={
        <Button kind="ghost" data-testid="queue" className="max-md:hidden" icon={<ListVideo size={16} aria-hidden />}>
          {t("queue.label")}
          <span className="font-normal tabular-nums">{queue.length}</span>
        </Button>
      }
    >
      <p className="mb-1 text-12 text-ink-3 tabular-nums">{t("queue.held", { credits: t("cr", { count: held }) })}</p>
      <ul className="max-h-[60vh] overflow-y-auto">
        {queue.map((take) => (
          <li key={take.id} className="border-line py-2 not-last:border-b">
            <TakePrompt take={take} />
            <PhaseLine take={take} />
          </li>
        ))}
      </ul>
    </Popover>
  );
}
