import type { ComponentProps, ReactNode } from "react";
import { cx } from "../ui/cx";

interface CapsuleProps extends ComponentProps<"button"> {
  role?: never;
  /** The setting that it shows. */
  setting: string;
  icon: ReactNode;
  tone?: "value" | "on" | "off" | "fixed";
  fault?: boolean;
}

const tones = {
  value: "bg-surface-2 text-ink-1 [&_svg]:text-ink-3",
  on: "bg-surface-2 text-ink-1 [&_svg]:text-accent-text",
  off: "bg-surface-2 text-ink-2 [&_svg]:text-ink-3",
  fixed: "cursor-default text-ink-3 shadow-[inset_0_0_0_1px_var(--line)]",
};

/** One setting at the foot of the composer. */
export function Capsule({ setting, icon, tone = "value", fault = false, className, children, ...rest }: CapsuleProps) {
  return (
    <button
      type="button"
      data-testid="capsule"
      data-role={setting}
      data-tone={tone}
      className={cx(
        "inline-flex h-8.5 shrink-0 items-center gap-1.5 rounded-full px-2.75 font-medium whitespace-nowrap tabular-nums transition max-md:h-11",
        tones[tone],
        tone !== "fixed" && "hover:bg-surface-3 aria-expanded:bg-surface-3",
        fault && "shadow-[inset_0_0_0_1.5px_var(--bad)]",
        className,
      )}
      {...rest}
    >
      {icon}
      {children}
    </button>
  );
}
