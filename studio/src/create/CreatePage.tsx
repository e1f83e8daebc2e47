import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Account, Model } from "../api/types";
import { Feed } from "../feed/Feed";
import { useFeed } from "../feed/FeedProvider";
import { PhaseAnnouncer } from "../feed/PhaseAnnouncer";
import { useTakeKeys } from "../feed/useTakeKeys";
import { preloadDialogs } from "../app/dialogs";
import { CreateKinds } from "../app/CreateKinds";
import { QueueButton } from "../app/QueueButton";
import { TopBar } from "../app/TopBar";
import { Player } from "../player/Player";
import { Composer } from "./Composer";
import { useFirstStart } from "../welcome/useFirstStart";
import { EmptyFeed } from "./EmptyFeed";
import { preloadParts } from "./parts";

/** Milliseconds after which the feed has drawn, and what may be wanted next can come. */
const quiet = 1_000;

function preload(): void {
  preloadParts();
  preloadDialogs();
}

export function CreatePage({ account, models }: { account: Account; models: readonly Model[] }) {
  const { t } = useTranslation();
  const { loaded, takes, sends } = useFeed();
  useTakeKeys();
  useEffect(() => {
    const timer = setTimeout(preload, loaded ? quiet : 10 * quiet);
    return () => clearTimeout(timer);
  }, [loaded]);
  const empty = loaded && takes.length === 0 && sends.length === 0;
  useFirstStart(account, empty);
  return (
    <>
      <TopBar title={t("kinds.title")} beside={<CreateKinds />}>
        <QueueButton />
      </TopBar>
      <main className="px-8 pt-2 max-md:overflow-x-clip max-md:px-4 max-md:pt-1">
        {empty ? <EmptyFeed models={models} /> : <Feed models={models} />}
      </main>
      <Composer account={account} />
      <Player />
      <PhaseAnnouncer />
    </>
  );
}
