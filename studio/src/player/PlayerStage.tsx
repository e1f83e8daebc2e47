import { Copy, Download, RotateCcw, Share2, X } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { DeleteButton } from "../feed/DeleteButton";
import { FavoriteButton } from "../feed/FavoriteButton";
import { openTake } from "../feed/openTake";
import { TakeMeta } from "../feed/TakeMeta";
import { type Deed, useTakeDeeds } from "../feed/useTakeDeeds";
import { Button } from "../ui/Button";
import { DialogClose } from "../ui/Dialog";
import { decimal, megabytes } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { Swatch } from "../ui/Swatch";
import { switchFullScreen } from "./fullScreen";
import { usePlayback } from "./usePlayback";
import { usePlayerKeys } from "./usePlayerKeys";
import { VideoStage } from "./VideoStage";

export function PlayerStage({ take }: { take: Generation }) {
  const { t } = useTranslation(["player", "takes", "frame"]);
  const { reuse } = useDraft();
  const deeds = useTakeDeeds();
  const video = useRef<HTMLVideoElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [copied, setCopied] = useState(false);
  const output = take.outputs[0];
  const playback = usePlayback(video, output?.frameRate || 24);
  const download = `${output?.videoUrl ?? ""}&download=1`;

  function reuseSettings(): void {
    openTake(null);
    reuse(take);
  }
  function begin(deed: Deed): void {
    openTake(null);
    deeds.begin(take, deed);
  }
  usePlayerKeys({
    playback,
    fullScreen: () => switchFullScreen(stage.current),
    reuse: reuseSettings,
    download: () => location.assign(download),
    copyLink: () => void deeds.copyLink(take.id).catch(() => undefined),
    remix: () => begin("remix"),
  });

  if (output === undefined) {
    return null;
  }
  const facts = [
    `${output.width} × ${output.height}`,
    t("rate", { count: output.frameRate, rate: decimal(output.frameRate, 2) }),
    output.hasSound ? t("sound") : t("silent"),
  ];
  return (
    <>
      <header className="flex h-15 shrink-0 items-center gap-3 px-5 max-md:h-13 max-md:px-4">
        <Swatch gradient={take.model.gradient} large />
        <h2 className="min-w-0 flex-1 truncate text-14 font-semibold">{take.model.name}</h2>
        <DialogClose asChild>
          <IconButton label={t("frame:close")}>
            <X size={16} aria-hidden />
          </IconButton>
        </DialogClose>
      </header>
      <div className="min-h-0 overflow-auto px-5 pb-5 max-md:px-0 max-md:pb-4">
        <VideoStage
          output={output}
          label={take.input.prompt ?? t("takes:noPrompt")}
          video={video}
          stage={stage}
          playback={playback}
          autoPlay
          maxHeight="max(220px, 100dvh - 280px)"
          className="max-md:rounded-none"
          testId="player-video"
        />
        <div className="mt-4 flex flex-wrap items-center gap-2 max-md:px-4">
          <a
            href={download}
            download
            data-testid="download"
            className="inline-flex h-(--h-md) items-center gap-2 rounded-sm bg-accent px-3.5 font-semibold text-on-accent transition hover:bg-accent-hover"
          >
            <Download size={16} aria-hidden />
            {t("takes:download")}
            <span className="font-medium opacity-75">{megabytes(output.bytes)}</span>
          </a>
          <Button kind="line" icon={<RotateCcw size={16} aria-hidden />} onClick={reuseSettings}>
            {t("frame:reuse")}
          </Button>
          {take.input.prompt != null && (
            <Button
              kind="ghost"
              className="max-md:-ml-3.5"
              icon={<Copy size={16} aria-hidden />}
              onClick={() => void navigator.clipboard?.writeText(take.input.prompt ?? "").then(() => setCopied(true))}
            >
              {copied ? t("copied") : t("copyPrompt")}
            </Button>
          )}
          <span className="flex gap-0.5 max-md:-ml-2.5 max-md:[&_button]:size-11">
            <FavoriteButton take={take} look="plain" />
            <IconButton label={t("takes:share")} data-testid="share" onClick={() => begin("share")}>
              <Share2 size={16} aria-hidden />
            </IconButton>
            <DeleteButton take={take} look="plain" />
          </span>
          <span className="ml-auto text-12 text-ink-3 tabular-nums max-md:ml-0">{facts.join(" · ")}</span>
        </div>
        <p className="mt-4 mb-2 text-14 leading-body text-ink-1 max-md:px-4">{take.input.prompt}</p>
        <div className="max-md:px-4">
          <TakeMeta take={take} />
        </div>
      </div>
    </>
  );
}
