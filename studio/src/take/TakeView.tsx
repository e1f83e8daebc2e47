import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Generation } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { takeDeed } from "../feed/useTakeDeeds";
import { listingAddress } from "../library/listingPlace";
import { useTakeActs } from "../library/useTakeActs";
import { useRun } from "../library/useRun";
import { switchFullScreen } from "../player/fullScreen";
import { usePlayback } from "../player/usePlayback";
import { ActionBar } from "./ActionBar";
import { FollowUpDialog } from "./FollowUpDialog";
import { OutputTabs } from "./OutputTabs";
import { RelatedTakes } from "./RelatedTakes";
import { ShareDialog } from "./ShareDialog";
import { Stage } from "./Stage";
import { dialogOf } from "./takeDialog";
import { TakeHead } from "./TakeHead";
import { TakeSide } from "./TakeSide";
import { useCopyLink } from "./useCopyLink";
import { useTakeKeys } from "./useTakeKeys";

/** A take: its video or how it stands, what can be done with it, and all that is known of it. */
export function TakeView({ take }: { take: Generation }) {
  const { t } = useTranslation("take");
  const [, go] = useLocation();
  const { reuse } = useDraft();
  const [index, setIndex] = useState(0);
  const [dialog, setDialog] = useState(() => dialogOf(take, takeDeed()));
  const video = useRef<HTMLVideoElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const output = take.outputs[index];
  const playback = usePlayback(video, output?.frameRate || 24);
  const acts = useTakeActs();
  const runner = useRun();
  const link = useCopyLink();
  // In braces: newer browsers answer with a promise, which is no way to clean up.
  useLayoutEffect(() => {
    scrollTo(0, 0);
  }, []);
  // What was begun elsewhere is begun once, not at each reload.
  useEffect(() => history.replaceState(null, ""), []);

  const favorite = () => runner.run("favorite", () => acts.favorite([take], !take.favorite));
  const remove = () =>
    runner.run("remove", async () => {
      await acts.remove([take]);
      go(listingAddress());
    });
  const reuseSettings = () => {
    go("/");
    reuse(take);
  };
  useTakeKeys({
    playback,
    fullScreen: () => switchFullScreen(stage.current),
    reuse: reuseSettings,
    back: () => go(listingAddress()),
    ...(output !== undefined && { download: () => location.assign(`${output.videoUrl}&download=1`) }),
    favorite,
    remove,
    copyLink: link.copy,
    remix: () => setDialog(dialogOf(take, "remix")),
  });

  return (
    <div className="grid grid-cols-[minmax(0,1fr)_380px] max-xl:grid-cols-[minmax(0,1fr)_340px] max-md:block">
      <main className="flex min-w-0 flex-col px-7 pb-10 max-md:px-0 max-md:pb-2">
        <TakeHead title={take.input.prompt ?? t("noPrompt")} id={take.id} />
        {take.outputs.length > 1 && <OutputTabs count={take.outputs.length} index={index} onChoose={setIndex} />}
        <Stage key={index} take={take} output={output} video={video} stage={stage} playback={playback} />
        <ActionBar
          take={take}
          output={output}
          time={playback.time}
          runner={runner}
          link={link}
          onFavorite={favorite}
          onRemove={remove}
          onDialog={setDialog}
        />
        <RelatedTakes take={take} />
      </main>
      <TakeSide take={take} output={output} onReuse={reuseSettings} />
      <ShareDialog take={take} open={dialog?.kind === "share"} onClose={() => setDialog(null)} />
      {dialog?.kind === "followUp" && (
        <FollowUpDialog
          key={dialog.action.name + dialog.action.model}
          take={take}
          action={dialog.action}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
