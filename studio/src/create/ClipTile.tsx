import { Film, Link, Scissors } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useReducedMotion } from "../ui/media";
import { Button } from "../ui/Button";
import { IconButton } from "../ui/IconButton";
import { SoundButton } from "./SoundButton";
import { TileShell } from "./TileShell";

interface ClipTileProps {
  slot: string;
  kind: "video" | "audio";
  /** Null: it lies elsewhere and is not played. */
  url: string | null;
  name: string;
  /** Its kind and length, or how far it is. */
  note: string;
  refusal: string | null;
  removeLabel: string;
  onRemove(): void;
  /** Given when a part of it can be kept. */
  onTrim?: (() => void) | undefined;
  className: string;
}

function Art({ children }: { children: ReactNode }) {
  return <span className="grid h-full w-18 shrink-0 place-items-center bg-surface-3 text-ink-3">{children}</span>;
}

/** A video or a sound in its place: it can be seen or heard before it is paid for. */
export function ClipTile({ slot, kind, url, name, note, refusal, onTrim, ...rest }: ClipTileProps) {
  const { t } = useTranslation("create");
  const still = useReducedMotion();
  const [gone, setGone] = useState(false);
  return (
    <TileShell
      slot={slot}
      fault={refusal ?? (gone ? t("refused.gone") : null)}
      remedy={
        onTrim !== undefined && (
          <Button
            kind="line"
            size="sm"
            data-testid="trim-offer"
            icon={<Scissors size={13} aria-hidden />}
            onClick={onTrim}
          >
            {t("trim")}
          </Button>
        )
      }
      {...rest}
    >
      <div className="flex h-full items-center bg-surface-2">
        {url === null ? (
          <Art>
            <Link size={16} aria-hidden />
          </Art>
        ) : kind === "audio" ? (
          <Art>
            <SoundButton url={url} onGone={() => setGone(true)} />
          </Art>
        ) : (
          <span className="relative h-full w-18 shrink-0 bg-surface-3">
            <Film size={16} className="absolute inset-0 m-auto text-ink-3" aria-hidden />
            <video
              src={url}
              muted
              loop
              playsInline
              autoPlay={!still}
              preload="metadata"
              data-testid="clip-preview"
              className="absolute inset-0 size-full object-cover"
            />
          </span>
        )}
        <span className="min-w-0 flex-1 py-2 pr-8 pl-2.5">
          <span className="line-clamp-2 text-12 leading-[1.3] font-medium break-all" title={name}>
            {name}
          </span>
          <span className="mt-0.5 block text-11 text-ink-3 tabular-nums">{note}</span>
        </span>
        {onTrim !== undefined && (
          <IconButton
            small
            label={t("trim")}
            data-testid="trim-open"
            onClick={onTrim}
            className="!absolute right-px bottom-px"
          >
            <Scissors size={13} aria-hidden />
          </IconButton>
        )}
      </div>
    </TileShell>
  );
}
