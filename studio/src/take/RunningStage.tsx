import type { Generation } from "../api/types";
import { mediaFrom } from "../draft/media";
import { Frame, WholePicture } from "../feed/Frame";
import { PhaseLine } from "../feed/PhaseLine";
import { ProgressLine } from "../feed/ProgressLine";
import { gradientStyle } from "../ui/gradient";

/** A take that is under way: what it begins with, how far it is, and the way to stop it. */
export function RunningStage({ take }: { take: Generation }) {
  const named = take.input.firstFrame ?? take.input.references?.[0] ?? null;
  const first = named === null ? null : mediaFrom(named).url;
  return (
    <div className="max-md:px-4" data-testid="take-running">
      <Frame className="max-h-[max(260px,100dvh-320px)] w-full">
        {first === null ? (
          <>
            <div className="shimmer absolute inset-0" />
            <div className="mesh absolute inset-0 opacity-20" style={gradientStyle(take.model.gradient)} />
          </>
        ) : (
          <WholePicture src={first} alt="" fills={false} />
        )}
      </Frame>
      <ProgressLine take={take} />
      <div className="mt-2.5">
        <PhaseLine take={take} />
      </div>
    </div>
  );
}
