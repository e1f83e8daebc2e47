import { cx } from "./cx";

interface SegmentsProps<T extends string> {
  label: string;
  options: readonly { readonly value: T; readonly label: string }[];
  value: T | null;
  testId?: string;
  className?: string;
  onChoose(value: T): void;
}

/** A few values side by side, of which one holds. */
export function Segments<T extends string>({ label, options, value, testId, className, onChoose }: SegmentsProps<T>) {
  return (
    <div
      role="group"
      aria-label={label}
      className={cx("inline-flex shrink-0 gap-px rounded-md bg-surface-2 p-[3px]", className)}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          data-testid={testId}
          data-value={option.value}
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
          className={cx(
            "h-7 rounded-sm px-2.75 font-medium whitespace-nowrap transition max-md:h-9 max-md:min-w-11",
            option.value === value
              ? "bg-surface-4 text-ink-1 shadow-1 light:bg-surface-1"
              : "text-ink-2 hover:text-ink-1",
          )}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
