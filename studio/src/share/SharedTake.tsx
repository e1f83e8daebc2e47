import { Download } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../api/types";
import { Backdrop } from "../feed/Frame";
import { Filmstrip } from "../player/Filmstrip";
import { PlayerControls } from "../player/PlayerControls";
import { usePlayback } from "../player/usePlayback";
import { megabytes } from "../ui/format";
import type { Shared } from "./calls";

/** A shared video with its player, its words and the way to keep it. */
export function SharedTake({ shared, output }: { shared: Shared; output: Output }) {
  const { t, i18n } = useTranslation("share");
  const video = useRef<HTMLVideoElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const playback = usePlayback(video, output.frameRate || 24);
  const title = shared.prompt ?? t("noPrompt");
  const made = new Intl.DateTimeFormat(i18n.language, { dateStyle: "long" }).format(new Date(shared.createdAt));
  const facts = [shared.model, `${output.width} × ${output.height}`, made];
  return (
    <article className="mb-8">
      <div
        ref={stage}
        className="relative isolate w-full overflow-hidden rounded-lg bg-[#000]"
        style={{ aspectRatio: output.width / output.height, maxHeight: "max(260px, 100dvh - 300px)" }}
      >
        <Backdrop src={output.posterUrl} />
        <video
          ref={video}
          src={output.videoUrl}
          poster={output.posterUrl ?? undefined}
          muted
          loop
          playsInline
          preload="metadata"
          onClick={playback.toggle}
          aria-label={title}
          className="relative size-full object-contain"
        />
        {playback.failed && (
          <p role="alert" className="absolute inset-x-0 top-1/2 -translate-y-1/2 px-6 text-center text-on-media">
            {t("unplayable")}
          </p>
        )}
        <PlayerControls
          playback={playback}
          hasSound={output.hasSound}
          onFullScreen={() =>
            void (document.fullscreenElement === null ? stage.current?.requestFullscreen() : document.exitFullscreen())
          }
        />
      </div>
      {output.filmstripUrl != null && <Filmstrip src={output.filmstripUrl} playback={playback} />}
      <div className="mt-5 flex items-start gap-6 max-md:flex-col max-md:gap-4">
        <div className="min-w-0 flex-1">
          <h1 className="text-16 leading-body font-normal break-words whitespace-pre-line">{title}</h1>
          <p className="mt-2 text-ink-3">{facts.join(" · ")}</p>
        </div>
        <a
          href={`${output.videoUrl}${output.videoUrl.includes("?") ? "&" : "?"}download=1`}
          download
          className="inline-flex h-(--h-lg) shrink-0 items-center gap-2 rounded-md bg-accent px-4.5 font-semibold text-on-accent hover:bg-accent-hover"
        >
          <Download size={16} aria-hidden />
          {t("download")}
          <span className="font-medium opacity-75">{megabytes(output.bytes)}</span>
        </a>
      </div>
    </article>
  );
}
