import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "../ui/cx";

interface DropChipProps extends ComponentProps<"button"> {
  label: string;
  /** What is chosen; empty for no choice. */
  chosen: string;
}

/** A filter that opens its choices; filled while one of them holds. */
export function DropChip({ label, chosen, ...rest }: DropChipProps) {
  return (
    <button
      type="button"
      aria-label={chosen === "" ? label : `${label}: ${chosen}`}
      className={cx(
        "inline-flex h-8 shrink-0 items-center gap-1.5 rounded-full border px-3 font-medium whitespace-nowrap transition max-md:h-11 max-md:px-4",
        chosen === ""
          ? "border-line text-ink-2 hover:border-line-strong hover:text-ink-1"
          : "border-transparent bg-ink-1 text-bg",
      )}
      {...rest}
    >
      <span className="max-w-40 truncate">{chosen === "" ? label : chosen}</span>
      <ChevronDown size={14} aria-hidden />
    </button>
  );
}
