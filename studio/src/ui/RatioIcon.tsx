import { Scan } from "lucide-react";

/** The shape of an aspect ratio as a small box; a word that is no ratio ("auto") gets a frame that adapts. */
export function RatioIcon({ ratio }: { ratio: string }) {
  const [width = 0, height = 0] = ratio.split(":").map(Number);
  if (!(width > 0 && height > 0)) {
    return <Scan size={15} aria-hidden />;
  }
  const long = width === height ? 11 : 13;
  const scale = long / Math.max(width, height);
  return (
    <span
      aria-hidden
      className="inline-block shrink-0 rounded-[2.5px] border-[1.6px] border-current opacity-70"
      style={{ width: Math.max(5, width * scale), height: Math.max(5, height * scale) }}
    />
  );
}
