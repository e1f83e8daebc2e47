import { Check, Minus } from "lucide-react";
import { cx } from "./cx";

interface CheckboxProps {
  label: string;
  checked: boolean | "mixed";
  /** On a picture it carries its own veil. */
  onMedia?: boolean;
  className?: string;
  onChange(event: { shiftKey: boolean }): void;
}

/** A box to tick. */
export function Checkbox({ label, checked, onMedia = false, className, onChange }: CheckboxProps) {
  const filled = checked !== false;
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={checked}
      aria-label={label}
      onClick={onChange}
      className={cx(
        "relative inline-grid size-5 shrink-0 place-items-center rounded-[6px] border-[1.5px] transition",
        filled
          ? "border-mark bg-accent text-on-accent"
          : onMedia
            ? "border-[rgb(255_255_255/.8)] bg-media-veil"
            : "border-line-control hover:border-ink-2",
        className,
      )}
    >
      {checked === "mixed" ? (
        <Minus size={14} strokeWidth={2.5} aria-hidden />
      ) : (
        checked && <Check size={14} strokeWidth={2.5} aria-hidden />
      )}
    </button>
  );
}
