import { CircleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../ui/cx";

interface TileShellProps {
  slot: string;
  /** Why it cannot be used; its content otherwise. */
  fault: string | null;
  /** What can be done about the fault. */
  remedy?: ReactNode;
  removeLabel: string;
  onRemove(): void;
  className: string;
  children: ReactNode;
}

/** The frame of a file in its place: what is there, or why it was refused; it can always be removed. */
export function TileShell({ slot, fault, remedy, removeLabel, onRemove, className, children }: TileShellProps) {
  return (
    <div
      data-slot={slot}
      data-testid="media-slot"
      data-filled={fault === null || undefined}
      className={cx(
        "relative shrink-0 overflow-hidden rounded-md",
        fault === null ? "shadow-[inset_0_0_0_1px_var(--line-strong)]" : "border-[1.5px] border-dashed border-bad",
        className,
      )}
    >
      {fault === null ? (
        children
      ) : (
        <div className="flex h-full flex-col items-center justify-center gap-1 px-1.5 text-center text-11 font-medium text-bad">
          <p role="alert" className={remedy == null ? "grid justify-items-center gap-1" : "flex items-center gap-1.5"}>
            <CircleAlert size={16} aria-hidden />
            <span className="line-clamp-3">{fault}</span>
          </p>
          {remedy}
        </div>
      )}
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="veil absolute top-[5px] right-[5px] grid size-5 place-items-center rounded-full max-md:size-7"
      >
        <X size={13} aria-hidden />
      </button>
    </div>
  );
}
