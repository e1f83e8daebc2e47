import { cx } from "./cx";

interface MeterProps {
  /** What it measures. */
  label: string;
  value: number;
  most: number;
  className?: string;
}

/** How much of a limit is used; the last tenth warns. */
export function Meter({ label, value, most, className }: MeterProps) {
  const part = most > 0 ? Math.min(1, value / most) : 1;
  return (
    <span
      role="meter"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={most}
      className={cx("block h-1.5 overflow-hidden rounded-[3px] bg-surface-3", className)}
    >
      <span
        className={cx("block h-full rounded-[3px]", part >= 0.9 ? "bg-warn" : "bg-mark")}
        style={{ width: `${part * 100}%` }}
      />
    </span>
  );
}
