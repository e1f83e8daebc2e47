import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Generation, Output } from "../api/types";
import { isActive } from "../feed/feed";
import type { usePlayback } from "../player/usePlayback";
import { VideoStage } from "../player/VideoStage";
import { useReducedMotion } from "../ui/media";
import { EndedStage } from "./EndedStage";
import { RunningStage } from "./RunningStage";

interface StageProps {
  take: Generation;
  output: Output | undefined;
  video: RefObject<HTMLVideoElement | null>;
  stage: RefObject<HTMLDivElement | null>;
  playback: ReturnType<typeof usePlayback>;
}

/** The video; before it is there, how it comes along; where there will be none, why. */
export function Stage({ take, output, ...player }: StageProps) {
  const { t } = useTranslation("take");
  const calm = useReducedMotion();
  if (output !== undefined && take.expiredAt === undefined) {
    return (
      <VideoStage
        {...player}
        output={output}
        label={take.input.prompt ?? t("noPrompt")}
        autoPlay={!calm}
        maxHeight="max(260px, 100dvh - 352px)"
        className="shrink-0 max-md:rounded-none"
        testId="take-video"
      />
    );
  }
  return isActive(take) ? <RunningStage take={take} /> : <EndedStage take={take} />;
}
