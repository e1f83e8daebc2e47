import type { ComponentProps } from "react";
import { cx } from "./cx";

export interface ChipProps extends ComponentProps<"button"> {
  on?: boolean;
}

/** A filter as a pill: filled while it holds. */
export function Chip({ on = false, className, children, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      className={cx(
        "inline-flex h-8 shrink-0 items-center gap-1.5 rounded-full border px-3 font-medium whitespace-nowrap transition max-md:h-11",
        on ? "border-transparent bg-ink-1 text-bg" : "border-line text-ink-2 hover:border-line-strong hover:text-ink-1",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
