import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../api/types";
import { Backdrop } from "../feed/Frame";
import { cx } from "../ui/cx";
import { Filmstrip } from "./Filmstrip";
import { switchFullScreen } from "./fullScreen";
import { PlayerControls } from "./PlayerControls";
import type { usePlayback } from "./usePlayback";

interface VideoStageProps {
  output: Output;
  /** What it shows, in words. */
  label: string;
  video: RefObject<HTMLVideoElement | null>;
  /** What fills the screen when that is asked for. */
  stage: RefObject<HTMLDivElement | null>;
  playback: ReturnType<typeof usePlayback>;
  autoPlay: boolean;
  /** In CSS: what stands around it decides how high it may be. */
  maxHeight: string;
  className?: string;
  testId?: string;
}

/** A video in its true ratio with its controls, and its frames below as a slider. */
export function VideoStage(props: VideoStageProps) {
  const { output, label, video, stage, playback, autoPlay, maxHeight, className, testId } = props;
  const { t } = useTranslation("player");
  return (
    <>
      <div
        ref={stage}
        className={cx("relative isolate w-full overflow-hidden rounded-lg bg-[#000]", className)}
        style={{ aspectRatio: output.width / output.height, maxHeight }}
      >
        <Backdrop src={output.posterUrl} />
        <video
          ref={video}
          data-testid={testId}
          src={output.videoUrl}
          poster={output.posterUrl ?? undefined}
          muted
          autoPlay={autoPlay}
          preload={autoPlay ? undefined : "metadata"}
          loop
          playsInline
          onClick={playback.toggle}
          aria-label={label}
          className="relative size-full object-contain"
        />
        {playback.failed && (
          <p role="alert" className="absolute inset-x-0 top-1/2 -translate-y-1/2 px-6 text-center text-on-media">
            {t("unplayable")}
          </p>
        )}
        <PlayerControls
          playback={playback}
          onFullScreen={() => switchFullScreen(stage.current)}
          hasSound={output.hasSound}
        />
      </div>
      {output.filmstripUrl != null && <Filmstrip src={output.filmstripUrl} playback={playback} />}
    </>
  );
}
