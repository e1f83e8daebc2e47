import { Maximize, Pause, Play, Repeat, StepBack, StepForward, Volume2, VolumeX } from "lucide-react";
import { Slider } from "radix-ui";
import { useTranslation } from "react-i18next";
import { decimal, timecode } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { RadioMenu } from "../ui/RadioMenu";
import { speeds, type usePlayback } from "./usePlayback";

interface PlayerControlsProps {
  playback: ReturnType<typeof usePlayback>;
  hasSound: boolean;
  onFullScreen(): void;
}

export function PlayerControls({ playback, hasSound, onFullScreen }: PlayerControlsProps) {
  const { t } = useTranslation("player");
  const { playing, time, duration, muted, loop } = playback;
  return (
    <div className="absolute inset-x-0 bottom-0 bg-linear-to-t from-[rgb(0_0_0/.72)] to-transparent px-4 pt-10 pb-2.5 text-on-media transition-opacity max-md:px-3 max-md:pb-1">
      <Bar label={t("position")} value={time} max={duration || 1} step={0.01} onChange={playback.seek} />
      <div className="mt-1 flex items-center gap-1 max-md:mt-0">
        <IconButton look="media" label={playing ? t("pause") : t("play")} onClick={playback.toggle}>
          {playing ? (
            <Pause size={16} fill="currentColor" aria-hidden />
          ) : (
            <Play size={16} fill="currentColor" aria-hidden />
          )}
        </IconButton>
        <IconButton look="media" label={t("back")} onClick={() => playback.step(-1)} className="max-md:hidden">
          <StepBack size={16} aria-hidden />
        </IconButton>
        <IconButton look="media" label={t("forward")} onClick={() => playback.step(1)} className="max-md:hidden">
          <StepForward size={16} aria-hidden />
        </IconButton>
        {hasSound && (
          <>
            <IconButton look="media" label={muted ? t("unmute") : t("mute")} onClick={playback.mute}>
              {muted ? <VolumeX size={16} aria-hidden /> : <Volume2 size={16} aria-hidden />}
            </IconButton>
            <span className="w-18 max-md:hidden">
              <Bar
                label={t("volume")}
                value={muted ? 0 : playback.volume}
                max={1}
                step={0.05}
                onChange={playback.setVolume}
              />
            </span>
          </>
        )}
        <span className="ml-2 font-mono text-12 font-medium whitespace-nowrap tabular-nums">
          {timecode(time)}
          <span className="max-[360px]:hidden"> / {timecode(duration)}</span>
        </span>
        <span className="flex-1" />
        <SpeedMenu speed={playback.speed} onChange={playback.setSpeed} />
        <IconButton look="media" label={t("loop")} aria-pressed={loop} onClick={playback.toggleLoop}>
          <Repeat size={16} aria-hidden />
        </IconButton>
        <IconButton look="media" label={t("fullScreen")} onClick={onFullScreen}>
          <Maximize size={16} aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

interface BarProps {
  label: string;
  value: number;
  max: number;
  step: number;
  onChange(value: number): void;
}

function Bar({ label, value, max, step, onChange }: BarProps) {
  return (
    <Slider.Root
      min={0}
      max={max}
      step={step}
      value={[Math.min(value, max)]}
      onValueChange={([next]) => next !== undefined && onChange(next)}
      className="relative flex h-5 touch-none items-center select-none max-md:-mt-4 max-md:h-11"
    >
      <Slider.Track className="relative h-1 grow rounded-full bg-[rgb(255_255_255/.25)]">
        <Slider.Range className="absolute h-full rounded-full bg-accent" />
      </Slider.Track>
      <Slider.Thumb aria-label={label} className="block size-3.5 rounded-full bg-on-media" />
    </Slider.Root>
  );
}

const times = (speed: number) => `${decimal(speed, 2)}×`;

function SpeedMenu({ speed, onChange }: { speed: number; onChange(speed: number): void }) {
  const { t } = useTranslation("player");
  return (
    <RadioMenu
      align="center"
      side="top"
      className="z-(--z-toast) min-w-24"
      trigger={
        <button
          type="button"
          aria-label={t("speed", { speed: times(speed) })}
          className="h-(--h-md) min-w-11 rounded-sm px-2 font-mono text-12 font-medium hover:bg-[rgb(255_255_255/.16)]"
        >
          {times(speed)}
        </button>
      }
      value={String(speed)}
      options={speeds.map((each) => ({ value: String(each), label: times(each) }))}
      onChoose={(value) => onChange(Number(value))}
    />
  );
}
