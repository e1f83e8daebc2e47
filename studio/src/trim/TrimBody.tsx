import { useMutation } from "@tanstack/react-query";
import { Pause, Play } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Asset, ModelControl } from "../api/types";
import { Button } from "../ui/Button";
import { inSeconds, timecode } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { trimAsset } from "./calls";
import { firstRange, limitsFor, moved, type Range } from "./range";
import { TakesLine } from "./TakesLine";
import type { Clip } from "./TrimDialog";
import { TrimStrip } from "./TrimStrip";

interface TrimBodyProps {
  clip: Clip;
  control: ModelControl;
  model: string;
  onTrimmed(part: Asset): void;
}

/** The clip with its handles; the picture follows the handle that moves, and plays what is kept. */
export function TrimBody({ clip, control, model, onTrimmed }: TrimBodyProps) {
  const { t } = useTranslation("trim");
  const video = useRef<HTMLVideoElement>(null);
  const [length, setLength] = useState<number | null>(null);
  const [chosen, setChosen] = useState<Range | null>(null);
  const [playing, setPlaying] = useState(false);
  const cutting = useMutation({ mutationFn: (part: Range) => trimAsset(clip.id, part), onSuccess: onTrimmed });
  const limits = limitsFor(length ?? 0, control);
  const range = chosen ?? firstRange(limits);

  function show(seconds: number): void {
    if (video.current !== null) {
      video.current.currentTime = seconds;
    }
  }
  function move(to: Range): void {
    const next = moved(range, to, limits);
    setChosen(next);
    video.current?.pause();
    show(to.start === range.start ? next.end : next.start);
  }
  function toggle(): void {
    if (playing) {
      video.current?.pause();
    } else {
      show(range.start);
      video.current?.play().catch(() => undefined);
    }
  }

  return (
    <>
      <video
        ref={video}
        src={clip.url}
        muted
        playsInline
        preload="auto"
        onLoadedMetadata={({ currentTarget }) => setLength(currentTarget.duration)}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={({ currentTarget }) => currentTarget.currentTime >= range.end && currentTarget.pause()}
        className="mb-3 aspect-video max-h-[40dvh] w-full rounded-md bg-black object-contain"
      />
      {length !== null && <TrimStrip url={clip.url} range={range} limits={limits} onMove={move} />}
      <div className="mt-2 mb-4 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 text-12 text-ink-2">
        <IconButton label={playing ? t("pause") : t("play")} onClick={toggle}>
          {playing ? <Pause size={16} aria-hidden /> : <Play size={16} aria-hidden />}
        </IconButton>
        <span className="font-mono tabular-nums">
          {timecode(range.start)} – {timecode(range.end)}
        </span>
        <TakesLine control={control} model={model} />
      </div>
      {cutting.error !== null && (
        <p role="alert" className="mb-3 text-bad">
          {cutting.error.message}
        </p>
      )}
      <Button
        kind="primary"
        size="lg"
        data-testid="trim-keep"
        busy={cutting.isPending}
        disabled={length === null || cutting.isPending}
        onClick={() => cutting.mutate(range)}
      >
        {t("keep", { length: inSeconds(range.end - range.start) })}
      </Button>
    </>
  );
}
