import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { NameField } from "../groups/NameField";
import { ProblemNote } from "../groups/ProblemNote";
import type { Group } from "../groups/types";
import { useGenerate } from "../groups/useGenerate";
import type { GroupState } from "../groups/useGroup";
import { ExportDialog } from "./ExportDialog";
import { clipsOf } from "./film";
import { FilmStage } from "./FilmStage";
import { ShotPanel } from "./ShotPanel";
import { ShotStrip } from "./ShotStrip";
import { StoryboardBar } from "./StoryboardBar";
import { useFilm } from "./useFilm";
import { useShots } from "./useShots";

/** A film in shots: what is made plays, the chosen shot is edited beside it, all of them lie below. */
export function StoryboardView({ group, state }: { group: Group; state: GroupState }) {
  const { t } = useTranslation("storyboard");
  const shots = useShots(group, state.change);
  const generate = useGenerate(group.id);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [exporting, setExporting] = useState(false);
  const clips = clipsOf(group.items);
  const video = useRef<HTMLVideoElement>(null);
  const film = useFilm(clips, video);
  const all = shots.shots;
  const chosen =
    all.find(({ item }) => item.id === chosenId) ?? all.find(({ item }) => item.take === undefined) ?? all[0];
  const seconds = all.reduce((sum, shot) => sum + shot.seconds, 0);

  function choose(id: string): void {
    setChosenId(id);
    film.show(id);
  }

  return (
    <div className="pb-16">
      <div className="mb-3.5 flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <NameField name={group.name} onRename={(name) => state.change(() => ({ name }))} />
        <span className="text-ink-3 tabular-nums">
          {t("shots", { count: all.length })}, {t("seconds", { count: Math.round(seconds) })}
        </span>
        <span role="status" className="ml-auto text-12 text-ink-3">
          {state.saving && t("saving")}
        </span>
      </div>
      <ProblemNote error={state.refusal} onDismiss={state.dismissRefusal} />
      <ProblemNote error={generate.error} onDismiss={generate.reset} />
      <div className="grid grid-cols-[minmax(0,1fr)_380px] gap-5 max-xl:grid-cols-1 max-md:gap-3.5">
        <FilmStage film={film} video={video} clips={clips} shot={chosen} count={all.length} />
        {chosen !== undefined && (
          <ShotPanel
            key={chosen.item.id}
            shot={chosen}
            before={all[chosen.place - 2]}
            shots={shots}
            sending={generate.isPending}
            change={state.change}
            onSend={generate.mutate}
          />
        )}
        <ShotStrip shots={shots} chosen={chosen?.item.id ?? null} onChoose={choose} />
      </div>
      <StoryboardBar
        group={group}
        busy={generate.isPending}
        saving={state.saving}
        onSend={generate.mutate}
        onExport={() => setExporting(true)}
      />
      <ExportDialog open={exporting} onOpenChange={setExporting} group={group} clips={clips} />
    </div>
  );
}
