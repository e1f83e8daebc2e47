import { CircleAlert, Link, X } from "lucide-react";
import { useRef, useState } from "react";
import { cx } from "../ui/cx";
import { composerWords } from "../words/composer";

interface PictureTileProps {
  slot: string;
  /** Null: it lies elsewhere and is not shown. */
  url: string | null;
  tag: string;
  refusal: string | null;
  removeLabel: string;
  onRemove(): void;
  /** Given when a click may put another picture in its place. */
  onReplace?(files: readonly File[]): void;
  accept?: readonly string[] | null | undefined;
  className: string;
}

/** A picture in its place: on its way, there, or refused with the reason. */
export function PictureTile({
  slot,
  url,
  tag,
  refusal,
  removeLabel,
  onRemove,
  onReplace,
  accept,
  className,
}: PictureTileProps) {
  const input = useRef<HTMLInputElement>(null);
  const [gone, setGone] = useState(false);
  const fault = refusal ?? (gone ? composerWords.refused.gone : null);
  return (
    <div
      data-slot={slot}
      data-testid="picture-slot"
      data-filled={fault === null || undefined}
      className={cx(
        "relative shrink-0 overflow-hidden rounded-md",
        fault === null ? "shadow-[inset_0_0_0_1px_var(--line-strong)]" : "border-[1.5px] border-dashed border-bad",
        className,
      )}
    >
      {fault === null ? (
        <>
          {url === null ? (
            <span className="absolute inset-0 grid place-items-center bg-surface-2 text-ink-3">
              <Link size={16} aria-hidden />
            </span>
          ) : (
            <img src={url} alt="" onError={() => setGone(true)} className="absolute inset-0 size-full object-cover" />
          )}
          {onReplace !== undefined && (
            <button
              type="button"
              aria-label={tag}
              className="absolute inset-0 rounded-md"
              onClick={() => input.current?.click()}
            />
          )}
          <span className="veil pointer-events-none absolute bottom-1.5 left-1.5 rounded-xs px-1.5 py-0.5 text-11 font-medium tabular-nums">
            {tag}
          </span>
        </>
      ) : (
        <p
          role="alert"
          className="flex h-full flex-col items-center justify-center gap-1 px-1.5 text-center text-11 font-medium text-bad"
        >
          <CircleAlert size={16} aria-hidden />
          <span className="line-clamp-3">{fault}</span>
        </p>
      )}
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="veil absolute top-[5px] right-[5px] grid size-5 place-items-center rounded-full max-md:size-7"
      >
        <X size={13} aria-hidden />
      </button>
      {onReplace !== undefined && (
        <input
          ref={input}
          type="file"
          hidden
          data-slot-input={slot}
          accept={accept?.join(",") ?? "image/*"}
          onChange={(event) => {
            onReplace([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      )}
    </div>
  );
}
