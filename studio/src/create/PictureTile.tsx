import { Link } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { TileShell } from "./TileShell";

interface PictureTileProps {
  slot: string;
  /** Null: it lies elsewhere and is not shown. */
  url: string | null;
  tag: string;
  refusal: string | null;
  removeLabel: string;
  onRemove(): void;
  /** Given when a click may put another picture in its place. */
  onReplace?: ((files: readonly File[]) => void) | undefined;
  accept?: readonly string[] | null | undefined;
  className: string;
}

/** A picture in its place: on its way, there, or refused with the reason. */
export function PictureTile({ slot, url, tag, refusal, onReplace, accept, ...rest }: PictureTileProps) {
  const { t } = useTranslation("create");
  const input = useRef<HTMLInputElement>(null);
  const [gone, setGone] = useState(false);
  const fault = refusal ?? (gone ? t("refused.gone") : null);
  return (
    <TileShell slot={slot} fault={fault} {...rest}>
      {url === null ? (
        <span className="absolute inset-0 grid place-items-center bg-surface-2 text-ink-3">
          <Link size={16} aria-hidden />
        </span>
      ) : (
        <img src={url} alt="" onError={() => setGone(true)} className="absolute inset-0 size-full object-cover" />
      )}
      {onReplace !== undefined && (
        <>
          <button
            type="button"
            aria-label={tag}
            className="absolute inset-0 rounded-md"
            onClick={() => input.current?.click()}
          />
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
        </>
      )}
      <span className="veil pointer-events-none absolute bottom-1.5 left-1.5 rounded-xs px-1.5 py-0.5 text-11 font-medium tabular-nums">
        {tag}
      </span>
    </TileShell>
  );
}
