import type { Generation } from "../api/types";
import { gradientStyle } from "../ui/gradient";

/** A take at the size of a line: its poster, or its model's colours until there is one. */
export function TakePicture({ take: { outputs, model } }: { take: Generation }) {
  const poster = outputs[0]?.posterUrl;
  const box = "h-8 w-14 shrink-0 rounded-[6px]";
  return poster == null ? (
    <span aria-hidden className={`mesh opacity-30 ${box}`} style={gradientStyle(model.gradient)} />
  ) : (
    <img src={poster} alt="" loading="lazy" className={`bg-surface-3 object-cover ${box}`} />
  );
}
