import { Slider } from "radix-ui";

interface RangeSliderProps {
  label: string;
  /** What the number means, where it is not the number itself. */
  text?: string;
  min: number;
  max: number;
  step: number;
  value: number;
  onChange(value: number): void;
}

/** A number on a line. */
export default function RangeSlider({ label, text, min, max, step, value, onChange }: RangeSliderProps) {
  return (
    <Slider.Root
      min={min}
      max={max}
      step={step}
      value={[value]}
      onValueChange={([next]) => next !== undefined && onChange(next)}
      className="relative flex h-5 touch-none items-center select-none max-md:h-11"
    >
      <Slider.Track className="relative h-1 grow rounded-full bg-surface-4">
        <Slider.Range className="absolute h-full rounded-full bg-mark" />
      </Slider.Track>
      <Slider.Thumb
        aria-label={label}
        aria-valuetext={text}
        className="block size-4 rounded-full bg-ink-1 shadow-[0_0_0_3px_var(--surface-2),0_1px_4px_rgb(0_0_0/.4)]"
      />
    </Slider.Root>
  );
}
