import { useState } from "react";
import type { Output } from "../api/types";
import { clock } from "../ui/format";

/** Plays a take's short preview in its card, without sound; a take that has none plays whole. The place in it is shown below. */
export function HoverVideo({ output }: { output: Output }) {
  const [share, setShare] = useState(0);
  const [ready, setReady] = useState(false);
  return (
    <>
      <video
        src={output.previewUrl ?? output.videoUrl}
        muted
        autoPlay
        loop
        playsInline
        onTimeUpdate={({ currentTarget: video }) => setShare(video.currentTime / Math.max(0.1, video.duration || 0))}
        onPlaying={() => setReady(true)}
        className="absolute inset-0 size-full object-contain transition-opacity duration-(--d-2)"
        style={{ opacity: ready ? 1 : 0 }}
      />
      <div className="pointer-events-none absolute inset-x-0 bottom-0 z-1 flex items-center gap-2.5 bg-linear-to-t from-[rgb(6_6_8/.66)] to-transparent px-3.5 pt-10 pb-3 text-on-media">
        <span className="relative h-[3px] flex-1 rounded-full bg-[rgb(255_255_255/.28)]">
          <i
            className="absolute inset-y-0 left-0 rounded-full bg-on-media"
            style={{ width: `${Math.min(100, share * 100)}%` }}
          />
        </span>
        <span className="font-mono text-12 font-medium tabular-nums">{clock(output.durationSeconds)}</span>
      </div>
    </>
  );
}
