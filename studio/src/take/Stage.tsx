import type { RefObject } from "react";
import type { Generation, Output } from "../api/types";
import { isActive } from "../feed/feed";
import type { usePlayback } from "../player/usePlayback";
import { EndedStage } from "./EndedStage";
import { RunningStage } from "./RunningStage";
import { TakePlayer } from "./TakePlayer";

export interface StageProps {
  take: Generation;
  output: Output | undefined;
  video: RefObject<HTMLVideoElement | null>;
  stage: RefObject<HTMLDivElement | null>;
  playback: ReturnType<typeof usePlayback>;
  onFullScreen(): void;
}

/** The video; before it is there, how it comes along; where there will be none, why. */
export function Stage({ take, output, ...player }: StageProps) {
  if (output !== undefined && take.expiredAt === undefined) {
    return <TakePlayer take={take} output={output} {...player} />;
  }
  return isActive(take) ? <RunningStage take={take} /> : <EndedStage take={take} />;
}
