import type { Output } from "../api/types";
import { useReducedMotion } from "../ui/media";

/** The finished video; it plays by itself where motion is welcome. */
export function FirstVideo({ output, label }: { output: Output; label: string }) {
  const still = useReducedMotion();
  return (
    <video
      data-testid="welcome-video"
      src={output.videoUrl}
      poster={output.posterUrl ?? undefined}
      aria-label={label}
      muted
      loop
      controls
      playsInline
      autoPlay={!still}
      className="max-h-[46dvh] w-full rounded-lg bg-black object-contain"
      style={{ aspectRatio: output.width / output.height }}
    />
  );
}
