import { cx } from "./cx";
import { gradientStyle } from "./gradient";

/** A model's gradient as a small square: its face in lists. */
export function Swatch({ gradient, large = false }: { gradient: readonly string[]; large?: boolean }) {
  return (
    <span
      aria-hidden
      className={cx(
        "mesh inline-block shrink-0 shadow-[inset_0_0_0_1px_rgb(255_255_255/.16)]",
        large ? "size-6.5 rounded-sm" : "size-4.5 rounded-[6px]",
      )}
      style={gradientStyle(gradient)}
    />
  );
}
