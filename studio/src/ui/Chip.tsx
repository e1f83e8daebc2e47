import type { ReactNode } from "react";
import { cx } from "./cx";

interface ChipProps {
  pressed: boolean;
  /** How many it would leave; read out with the name. */
  figure?: string;
  icon?: ReactNode;
  children: ReactNode;
  onClick(): void;
}

/** A filter that is on or off. */
export function Chip({ pressed, figure, icon, children, onClick }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      className={cx(
        "inline-flex h-8 shrink-0 items-center gap-1.5 rounded-full border px-3 font-medium whitespace-nowrap transition max-md:h-11 max-md:px-4",
        pressed
          ? "border-transparent bg-ink-1 text-bg"
          : "border-line text-ink-2 hover:border-line-strong hover:text-ink-1",
      )}
    >
      {icon}
      {children}
      {figure !== undefined && <span className="text-11 tabular-nums">{figure}</span>}
    </button>
  );
}
