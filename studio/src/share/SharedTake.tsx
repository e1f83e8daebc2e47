import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../api/types";
import { usePlayback } from "../player/usePlayback";
import { VideoStage } from "../player/VideoStage";
import { DownloadLink } from "../ui/DownloadLink";
import type { Shared } from "./calls";

/** A shared video with its player, and its words and the way to keep it where its owner shows them. */
export function SharedTake({ shared, output }: { shared: Shared; output: Output }) {
  const { t, i18n } = useTranslation("share");
  const video = useRef<HTMLVideoElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const playback = usePlayback(video, output.frameRate || 24);
  const title = shared.prompt ?? (shared.model === undefined ? t("hidden") : t("noPrompt"));
  const made = new Intl.DateTimeFormat(i18n.language, { dateStyle: "long" }).format(new Date(shared.createdAt));
  const facts = [...(shared.model === undefined ? [] : [shared.model]), `${output.width} × ${output.height}`, made];
  return (
    <article className="mb-8">
      <VideoStage
        output={output}
        label={title}
        video={video}
        stage={stage}
        playback={playback}
        autoPlay={false}
        maxHeight="max(260px, 100dvh - 300px)"
      />
      <div className="mt-5 flex items-start gap-6 max-md:flex-col max-md:gap-4">
        <div className="min-w-0 flex-1">
          <h1 className="text-16 leading-body font-normal break-words whitespace-pre-line">{title}</h1>
          <p className="mt-2 text-ink-3">{facts.join(" · ")}</p>
        </div>
        {shared.allowDownload && (
          <DownloadLink kind="primary" size="lg" output={output}>
            {t("download")}
          </DownloadLink>
        )}
      </div>
    </article>
  );
}
