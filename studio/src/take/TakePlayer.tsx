import { useTranslation } from "react-i18next";
import type { Output } from "../api/types";
import { Backdrop } from "../feed/Frame";
import { Filmstrip } from "../player/Filmstrip";
import { PlayerControls } from "../player/PlayerControls";
import { useReducedMotion } from "../ui/media";
import type { StageProps } from "./Stage";

/** The video in its true ratio with its controls, and its frames below as a slider. */
export function TakePlayer({ take, output, video, stage, playback, onFullScreen }: StageProps & { output: Output }) {
  const { t } = useTranslation("take");
  const calm = useReducedMotion();
  return (
    <>
      <div
        ref={stage}
        className="relative isolate w-full shrink-0 overflow-hidden rounded-lg bg-[#000] max-md:rounded-none"
        style={{ aspectRatio: output.width / output.height, maxHeight: "max(260px, 100dvh - 352px)" }}
      >
        <Backdrop src={output.posterUrl} />
        <video
          ref={video}
          data-testid="take-video"
          src={output.videoUrl}
          poster={output.posterUrl ?? undefined}
          muted
          autoPlay={!calm}
          loop
          playsInline
          onClick={playback.toggle}
          aria-label={take.input.prompt ?? t("noPrompt")}
          className="relative size-full object-contain"
        />
        {playback.failed && (
          <p role="alert" className="absolute inset-x-0 top-1/2 -translate-y-1/2 px-6 text-center text-on-media">
            {t("unplayable")}
          </p>
        )}
        <PlayerControls playback={playback} onFullScreen={onFullScreen} hasSound={output.hasSound} />
      </div>
      {output.filmstripUrl != null && <Filmstrip src={output.filmstripUrl} playback={playback} />}
    </>
  );
}
