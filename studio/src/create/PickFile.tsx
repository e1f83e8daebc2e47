import { type ReactNode, useRef } from "react";
import type { ModelControl } from "../api/types";
import { mediaKinds, type MediaRole, takesMany } from "../draft/media";
import { cx } from "../ui/cx";
import { AddressField } from "./AddressField";

interface PickFileProps {
  role: MediaRole;
  control: ModelControl;
  label: string;
  dragging: boolean;
  onPick(files: readonly File[]): void;
  onAddress(address: string): void;
  className: string;
  children: ReactNode;
}

/** An empty place for a file: click to pick one, drop it here, or name its address. */
export function PickFile({ role, control, label, dragging, onPick, onAddress, className, children }: PickFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div data-slot={role} className={cx("relative shrink-0", className)}>
      <button
        type="button"
        data-testid="media-slot"
        aria-label={label}
        onClick={() => input.current?.click()}
        className={cx(
          "flex size-full flex-col items-center justify-center gap-1 rounded-md border-[1.5px] border-dashed px-2 text-center text-11 font-medium transition hover:border-mark hover:text-ink-1",
          dragging ? "border-mark text-ink-1" : "border-line-strong text-ink-3",
        )}
      >
        {children}
      </button>
      <AddressField onAddress={onAddress} />
      <input
        ref={input}
        type="file"
        hidden
        data-slot-input={role}
        multiple={takesMany(control)}
        accept={control.contentTypes?.join(",") ?? `${mediaKinds[role]}/*`}
        onChange={(event) => {
          onPick([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </div>
  );
}
