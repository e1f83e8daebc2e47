import { Slider } from "radix-ui";
import { cx } from "./cx";
import { timecode } from "./format";

interface ScrubberProps {
  label: string;
  time: number;
  duration: number;
  /** On a picture the track is light. */
  onMedia?: boolean;
  className?: string;
  onSeek(time: number): void;
}

/** The place in a video, as a line that can be moved along. */
export function Scrubber({ label, time, duration, onMedia = false, className, onSeek }: ScrubberProps) {
  const max = duration || 1;
  return (
    <Slider.Root
      min={0}
      max={max}
      step={0.01}
      value={[Math.min(time, max)]}
      onValueChange={([next]) => next !== undefined && onSeek(next)}
      className={cx("relative flex h-5 min-w-0 flex-1 touch-none items-center select-none max-md:h-11", className)}
    >
      <Slider.Track
        className={cx("relative h-1 grow rounded-full", onMedia ? "bg-[rgb(255_255_255/.28)]" : "bg-surface-4")}
      >
        <Slider.Range className={cx("absolute h-full rounded-full", onMedia ? "bg-accent" : "bg-mark")} />
      </Slider.Track>
      <Slider.Thumb
        aria-label={label}
        aria-valuetext={timecode(time)}
        className={cx("block size-3.5 rounded-full", onMedia ? "bg-on-media" : "bg-ink-1")}
      />
    </Slider.Root>
  );
}
