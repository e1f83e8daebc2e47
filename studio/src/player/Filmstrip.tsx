import { Slider } from "radix-ui";
import { useTranslation } from "react-i18next";
import { timecode } from "../ui/format";
import type { usePlayback } from "./usePlayback";

/** The frames of a take side by side: a slider to its moments. */
export function Filmstrip({ src, playback }: { src: string; playback: ReturnType<typeof usePlayback> }) {
  const { t } = useTranslation("player");
  const { time, duration, seek } = playback;
  const max = duration || 1;
  return (
    <Slider.Root
      min={0}
      max={max}
      step={0.01}
      value={[Math.min(time, max)]}
      onValueChange={([next]) => next !== undefined && seek(next)}
      data-testid="filmstrip"
      className="relative mt-3.5 flex h-14 touch-none overflow-hidden rounded-sm select-none max-md:mx-4 max-md:mt-2.5 max-md:h-11"
    >
      <Slider.Track className="relative grow">
        <img src={src} alt="" draggable={false} className="absolute inset-0 size-full object-cover" />
      </Slider.Track>
      <Slider.Thumb
        aria-label={t("filmstrip")}
        aria-valuetext={timecode(time)}
        className="block h-14 w-0.5 bg-accent shadow-[0_0_0_1px_rgb(0_0_0/.5)] max-md:h-11"
      />
    </Slider.Root>
  );
}
