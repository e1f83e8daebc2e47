import type { Account, Model } from "../api/types";
import { Feed } from "../feed/Feed";
import { useFeed } from "../feed/FeedProvider";
import { PhaseAnnouncer } from "../feed/PhaseAnnouncer";
import { words } from "../words";
import { TopBar } from "../app/TopBar";
import { Player } from "../player/Player";
import { Composer } from "./Composer";
import { EmptyFeed } from "./EmptyFeed";

export function CreatePage({ account, models }: { account: Account; models: readonly Model[] }) {
  const { loaded, takes, sends } = useFeed();
  const empty = loaded && takes.length === 0 && sends.length === 0;
  return (
    <>
      <TopBar title={words.create} />
      <main className="px-8 pt-2 max-md:overflow-x-clip max-md:px-4 max-md:pt-1">
        {empty ? <EmptyFeed models={models} /> : <Feed models={models} />}
      </main>
      <Composer account={account} />
      <Player />
      <PhaseAnnouncer />
    </>
  );
}
