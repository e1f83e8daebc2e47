import { Slider } from "radix-ui";
import { useTranslation } from "react-i18next";
import { inSeconds, timecode } from "../ui/format";
import { type Limits, type Range, tenth } from "./range";
import { useFrames } from "./useFrames";

interface TrimStripProps {
  url: string;
  range: Range;
  limits: Limits;
  onMove(to: Range): void;
}

const frames = 10;

/** The clip as a strip of pictures with a handle at each end of the part that is kept; what is cut away is dimmed. */
export function TrimStrip({ url, range, limits: { length, min }, onMove }: TrimStripProps) {
  const { t } = useTranslation("trim");
  const canvas = useFrames(url, length, frames);
  const at = (seconds: number) => `${(100 * seconds) / length}%`;
  const handle =
    "group block h-20 w-3.5 cursor-ew-resize bg-accent outline-offset-2 max-md:before:absolute max-md:before:-inset-x-4 max-md:before:inset-y-0";
  return (
    <Slider.Root
      data-testid="trim-strip"
      min={0}
      max={length}
      step={tenth}
      minStepsBetweenThumbs={Math.max(1, Math.floor(min / tenth + 0.001))}
      value={[range.start, range.end]}
      onValueChange={([start, end]) => start !== undefined && end !== undefined && onMove({ start, end })}
      className="relative flex h-20 touch-none items-center overflow-hidden rounded-md bg-surface-3 select-none"
    >
      <Slider.Track className="absolute inset-x-[7px] inset-y-0">
        <canvas ref={canvas} width={1000} height={90} aria-hidden className="size-full" />
        <span className="absolute inset-y-0 left-0 bg-scrim" style={{ width: at(range.start) }} />
        <span className="absolute inset-y-0 right-0 bg-scrim" style={{ width: at(length - range.end) }} />
        <span
          className="absolute inset-y-0 border-y-2 border-accent"
          style={{ left: at(range.start), right: at(length - range.end) }}
        >
          <span className="veil absolute bottom-1.5 left-2.5 rounded-xs px-1.5 py-0.5 text-11 font-medium tabular-nums">
            {inSeconds(range.end - range.start)}
          </span>
        </span>
      </Slider.Track>
      {(["start", "end"] as const).map((end) => (
        <Slider.Thumb
          key={end}
          data-testid={`trim-${end}`}
          aria-label={t(end)}
          aria-valuetext={timecode(range[end])}
          className={`${handle} ${end === "start" ? "rounded-l-md" : "rounded-r-md"}`}
        >
          <span
            aria-hidden
            className="absolute inset-y-[38%] left-1/2 w-0.5 -translate-x-1/2 rounded-full bg-on-accent"
          />
        </Slider.Thumb>
      ))}
    </Slider.Root>
  );
}
