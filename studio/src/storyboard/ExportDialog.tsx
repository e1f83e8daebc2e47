import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNote } from "../groups/ProblemNote";
import type { Group } from "../groups/types";
import { Button } from "../ui/Button";
import { Dialog, DialogClose } from "../ui/Dialog";
import { clock } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { Segments } from "../ui/Segments";
import { Switch } from "../ui/Switch";
import type { JoinRequest } from "./calls";
import { type Clip, isCurrent, lengthOf } from "./film";
import { FilmResult } from "./FilmResult";
import { MusicField } from "./MusicField";
import { useJoin } from "./useJoin";

type Transition = NonNullable<JoinRequest["transition"]>;

interface ExportDialogProps {
  open: boolean;
  group: Group;
  clips: readonly Clip[];
  onOpenChange(open: boolean): void;
}

/** Makes one film of the shots that are there; it costs nothing. */
export function ExportDialog({ open, onOpenChange, ...rest }: ExportDialogProps) {
  const { t } = useTranslation("storyboard");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("export.title")}
      className="max-h-[calc(100dvh-48px)] md:w-[min(620px,calc(100vw-64px))]"
    >
      <Film {...rest} />
    </Dialog>
  );
}

function Film({ group, clips }: Pick<ExportDialogProps, "group" | "clips">) {
  const { t } = useTranslation("storyboard");
  const takes = group.items.flatMap((item) => item.takes.map(({ id }) => id));
  const { join, error, start, making } = useJoin(takes);
  const [transition, setTransition] = useState<Transition>("cut");
  const [keepSound, setKeepSound] = useState(true);
  const [music, setMusic] = useState<{ id: string; volume: number } | null>(null);
  const left = group.items.length - clips.length;

  function make(): void {
    const body: JoinRequest = {
      clips: clips.map(({ take }) => ({ generation: take.id })),
      transition,
      keepSound,
      name: group.name.slice(0, 100),
      ...(music === null ? {} : { music: music.id, musicVolume: music.volume }),
    };
    start.mutate(body);
  }

  return (
    <div className="overflow-auto p-5.5">
      <header className="mb-4 flex items-start gap-3">
        <div className="min-w-0">
          <h2 className="text-20 font-semibold tracking-title">{t("export.title")}</h2>
          <p className="mt-1 text-ink-2 tabular-nums">
            {t("export.holds", { count: clips.length, time: clock(lengthOf(clips)) })}
            {left > 0 && ` ${t("export.skips", { count: left })}`}
          </p>
        </div>
        <DialogClose asChild>
          <IconButton label={t("export.close")} className="ml-auto">
            <X size={16} aria-hidden />
          </IconButton>
        </DialogClose>
      </header>
      {join !== undefined && <FilmResult join={join} />}
      {join?.status === "succeeded" && !isCurrent(join, clips) && (
        <p className="-mt-2 mb-4 text-12 text-warn">{t("export.outdated")}</p>
      )}
      <div className="flex min-h-13 items-center gap-3 border-t border-line">
        <span className="flex-1">{t("export.transition")}</span>
        <Segments<Transition>
          label={t("export.transition")}
          value={transition}
          onChoose={setTransition}
          options={[
            { value: "cut", label: t("export.cut") },
            { value: "fade", label: t("export.fade") },
          ]}
        />
      </div>
      <div className="flex min-h-13 items-center gap-3 border-t border-line">
        <span className="flex-1">{t("export.sound")}</span>
        <Switch label={t("export.sound")} checked={keepSound} onChange={setKeepSound} />
      </div>
      <MusicField music={music} onChange={setMusic} />
      <ProblemNote error={error} />
      <div className="mt-3 flex items-center gap-3 border-t border-line pt-4">
        <span className="flex-1 text-ink-3">{t("export.free")}</span>
        <Button kind="primary" size="lg" data-testid="make-film" busy={making} disabled={making} onClick={make}>
          {t(join?.status === "succeeded" ? "export.again" : "export.make")}
        </Button>
      </div>
    </div>
  );
}
