import { CircleAlert, CircleX, LoaderCircle } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { isActive } from "../feed/feed";
import { gradientStyle } from "../ui/gradient";

interface TilePictureProps {
  take: Generation;
  /** Whether it plays its short preview. */
  playing: boolean;
  alt: string;
  /** No room for words. */
  small?: boolean;
}

/** What a tile shows: the poster, its preview on top of it, or a word for a take without a video. */
export function TilePicture({ take, playing, alt, small = false }: TilePictureProps) {
  const { t } = useTranslation("library");
  const [ready, setReady] = useState(false);
  const output = take.outputs[0];
  if (output === undefined || take.expiredAt !== undefined) {
    const Icon = isActive(take) ? LoaderCircle : take.status === "failed" ? CircleAlert : CircleX;
    return (
      <span className={take.status === "failed" ? "hatched absolute inset-0" : "absolute inset-0"}>
        {isActive(take) && (
          <span className="mesh absolute inset-0 opacity-20" style={gradientStyle(take.model.gradient)} />
        )}
        <span className="absolute inset-0 grid place-content-center justify-items-center gap-1.5 p-2 text-12 font-medium text-ink-2">
          <Icon
            size={small ? 16 : 20}
            className={isActive(take) ? "spin text-accent-text" : take.status === "failed" ? "text-bad" : undefined}
            aria-hidden
          />
          <span className={small ? "sr-only" : undefined}>
            {take.expiredAt === undefined ? t(`status.${take.status}`) : t("expired")}
          </span>
        </span>
        <span className="sr-only">{alt}</span>
      </span>
    );
  }
  return (
    <>
      {output.posterUrl != null && (
        <img
          src={output.posterUrl}
          alt={alt}
          decoding="async"
          draggable={false}
          className="absolute inset-0 size-full object-cover"
        />
      )}
      {playing && (
        <video
          src={output.previewUrl ?? output.videoUrl}
          muted
          autoPlay
          loop
          playsInline
          onPlaying={() => setReady(true)}
          onEmptied={() => setReady(false)}
          className="absolute inset-0 size-full object-cover transition-opacity duration-(--d-2)"
          style={{ opacity: ready ? 1 : 0 }}
        />
      )}
    </>
  );
}
