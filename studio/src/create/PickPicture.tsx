import { type ReactNode, useRef } from "react";
import { cx } from "../ui/cx";

interface PickPictureProps {
  slot: string;
  label: string;
  accept: readonly string[] | null | undefined;
  dragging: boolean;
  multiple?: boolean;
  onPick(files: readonly File[]): void;
  className: string;
  children: ReactNode;
}

/** An empty place for a picture: click to pick one, or drop it here. */
export function PickPicture({
  slot,
  label,
  accept,
  dragging,
  multiple = false,
  onPick,
  className,
  children,
}: PickPictureProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        data-slot={slot}
        data-testid="picture-slot"
        aria-label={label}
        onClick={() => input.current?.click()}
        className={cx(
          "flex shrink-0 flex-col items-center justify-center gap-1 rounded-md border-[1.5px] border-dashed text-center text-11 font-medium transition hover:border-mark hover:text-ink-1",
          dragging ? "border-mark text-ink-1" : "border-line-strong text-ink-3",
          className,
        )}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        data-slot-input={slot}
        multiple={multiple}
        accept={accept?.join(",") ?? "image/*"}
        onChange={(event) => {
          onPick([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}
