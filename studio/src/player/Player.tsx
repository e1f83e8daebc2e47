import { PlayerDialog } from "../app/dialogs";
import { useFeed } from "../feed/FeedProvider";
import { openTake, useOpenTake } from "../feed/openTake";

/** The player over the feed. */
export function Player() {
  const { takes } = useFeed();
  const id = useOpenTake();
  const take = takes.find((each) => each.id === id);
  return (
    <PlayerDialog take={take} open={take?.outputs[0] !== undefined} onOpenChange={(open) => !open && openTake(null)} />
  );
}
