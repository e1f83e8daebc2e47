import { LoaderCircle } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

const kinds = {
  primary: "bg-accent font-semibold text-on-accent hover:bg-accent-hover active:bg-accent-press",
  secondary: "bg-surface-3 hover:bg-surface-4",
  line: "border border-line-strong hover:bg-surface-2",
  ghost: "text-ink-2 hover:bg-surface-3 hover:text-ink-1",
  danger: "text-bad hover:bg-bad-soft",
};

const sizes = {
  sm: "h-(--h-sm) rounded-[7px] px-2.5 text-12",
  md: "h-(--h-md) rounded-sm px-3.5",
  lg: "h-(--h-lg) rounded-md px-4.5 text-14",
};

export interface ButtonLook {
  kind?: keyof typeof kinds | undefined;
  size?: keyof typeof sizes | undefined;
  className?: string | undefined;
}

/** How a button looks, for a link that does what one would. */
export const buttonLook = ({ kind = "secondary", size = "md", className }: ButtonLook): string =>
  cx(
    "inline-flex shrink-0 items-center justify-center gap-2 font-medium whitespace-nowrap transition active:scale-[.985]",
    "disabled:bg-surface-3 disabled:text-ink-3 disabled:active:scale-100",
    kinds[kind],
    sizes[size],
    className,
  );

export interface ButtonProps extends ComponentProps<"button">, Omit<ButtonLook, "className"> {
  busy?: boolean;
  icon?: ReactNode;
}

export function Button({ kind, size, busy = false, icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" aria-busy={busy || undefined} className={buttonLook({ kind, size, className })} {...rest}>
      {busy ? <LoaderCircle size={14} className="spin" aria-hidden /> : icon}
      {children}
    </button>
  );
}
