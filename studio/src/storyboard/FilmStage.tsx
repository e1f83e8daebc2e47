import { Maximize, Pause, Play, SkipBack, SkipForward, Volume2, VolumeX } from "lucide-react";
import { type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Backdrop } from "../feed/Frame";
import { timecode } from "../ui/format";
import { gradientStyle } from "../ui/gradient";
import { switchFullScreen } from "../player/fullScreen";
import { IconButton } from "../ui/IconButton";
import { Scrubber } from "../ui/Scrubber";
import { useShortcuts } from "../ui/shortcuts";
import type { Clip } from "./film";
import type { Film } from "./useFilm";
import type { Shot } from "./useShots";

interface FilmStageProps {
  film: Film;
  video: RefObject<HTMLVideoElement | null>;
  clips: readonly Clip[];
  shot: Shot | undefined;
  /** Of all shots. */
  count: number;
}

/** What is made of the film, playing shot after shot. */
export function FilmStage({ film, video, clips, shot, count }: FilmStageProps) {
  const { t } = useTranslation("storyboard");
  const stage = useRef<HTMLDivElement>(null);
  const { clip, place, playing, muted, time, duration } = film;
  const next = clips[place + 1];
  useShortcuts({ " ": film.toggle }, clip !== undefined);

  if (clip === undefined) {
    return (
      <div className="relative grid aspect-video place-items-center overflow-hidden rounded-lg bg-surface-1">
        <div
          aria-hidden
          className="mesh absolute inset-0 opacity-20"
          style={gradientStyle(shot?.model?.gradient ?? [])}
        />
        <p className="relative px-6 text-center text-16 text-ink-2">{t("film.none")}</p>
      </div>
    );
  }
  const Icon = playing ? Pause : Play;
  return (
    <div ref={stage} className="relative isolate aspect-video overflow-hidden rounded-lg bg-[#000]" data-testid="film">
      <Backdrop src={clip.output.posterUrl} />
      <video
        ref={video}
        src={clip.output.videoUrl}
        poster={clip.output.posterUrl}
        muted={muted}
        playsInline
        aria-label={t("film.shotOf", { place: clip.place, count })}
        onLoadedMetadata={film.loaded}
        onEnded={film.ended}
        onClick={film.toggle}
        className="relative size-full object-contain"
      >
        <track kind="captions" />
      </video>
      {next !== undefined && <video src={next.output.videoUrl} preload="auto" muted aria-hidden className="hidden" />}
      <div className="absolute inset-x-0 bottom-0 bg-linear-to-t from-[rgb(0_0_0/.78)] to-transparent px-4 pt-10 pb-2.5 text-on-media max-md:px-3">
        <div className="relative flex">
          <Scrubber label={t("film.position")} time={time} duration={duration} onMedia onSeek={film.seek} />
          {clips.slice(1).map(({ id, starts }) => (
            <span
              key={id}
              aria-hidden
              className="pointer-events-none absolute top-1/2 h-2.5 w-0.5 -translate-y-1/2 bg-on-media opacity-60"
              style={{ left: `${(starts / duration) * 100}%` }}
            />
          ))}
        </div>
        <div className="flex items-center gap-1">
          <IconButton look="media" label={t(playing ? "film.pause" : "film.play")} onClick={film.toggle}>
            <Icon size={16} fill="currentColor" aria-hidden />
          </IconButton>
          <IconButton look="media" label={t("film.previous")} onClick={film.previous} disabled={place === 0}>
            <SkipBack size={16} aria-hidden />
          </IconButton>
          <IconButton look="media" label={t("film.next")} onClick={film.next} disabled={next === undefined}>
            <SkipForward size={16} aria-hidden />
          </IconButton>
          {clip.output.hasSound && (
            <IconButton look="media" label={t(muted ? "film.unmute" : "film.mute")} onClick={film.mute}>
              {muted ? <VolumeX size={16} aria-hidden /> : <Volume2 size={16} aria-hidden />}
            </IconButton>
          )}
          <span className="ml-2 font-mono text-12 font-medium whitespace-nowrap tabular-nums">
            {timecode(time)}
            <span className="max-md:hidden"> / {timecode(duration)}</span>
          </span>
          <span className="ml-auto text-12 tabular-nums max-md:hidden">
            {t("film.shotOf", { place: clip.place, count })} · {t("film.ready", { count: Math.round(duration) })}
          </span>
          <IconButton
            look="media"
            label={t("film.fullScreen")}
            className="max-md:ml-auto"
            onClick={() => switchFullScreen(stage.current)}
          >
            <Maximize size={16} aria-hidden />
          </IconButton>
        </div>
      </div>
    </div>
  );
}
