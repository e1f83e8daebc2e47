import { useState } from "react";
import type { Generation } from "../api/types";
import { useFeed } from "../feed/FeedProvider";
import { openTake, useOpenTake } from "../feed/openTake";
import { Dialog } from "../ui/Dialog";
import { playerWords } from "../words/takes";
import { PlayerStage } from "./PlayerStage";

/** The player over the feed. The last take stays in it while it closes. */
export function Player() {
  const { takes } = useFeed();
  const id = useOpenTake();
  const take = takes.find((each) => each.id === id);
  const [shown, setShown] = useState<Generation>();
  if (take !== undefined && take !== shown) {
    setShown(take);
  }
  const current = take ?? shown;
  return (
    <Dialog
      open={take?.outputs[0] !== undefined}
      onOpenChange={(open) => !open && openTake(null)}
      title={playerWords.title}
      className="max-h-[calc(100dvh-48px)] bg-bg max-md:max-h-[calc(100dvh-20px)] md:w-[min(1120px,calc(100vw-64px))]"
    >
      {current !== undefined && <PlayerStage key={current.id} take={current} />}
    </Dialog>
  );
}
