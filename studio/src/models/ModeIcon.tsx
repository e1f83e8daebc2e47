import {
  ChevronsRight,
  Film,
  Images,
  Layers,
  type LucideIcon,
  Maximize2,
  Mic,
  PersonStanding,
  Sparkles,
  Type,
} from "lucide-react";

const icons: Record<string, LucideIcon> = {
  "text-to-video": Type,
  "image-to-video": Images,
  "first-last-frame": Images,
  "reference-to-video": Layers,
  "video-to-video": Film,
  "motion-control": PersonStanding,
  "speech-to-video": Mic,
  extend: ChevronsRight,
  upscale: Maximize2,
};

export function ModeIcon({ mode, size = 14 }: { mode: string; size?: number }) {
  const Icon = icons[mode] ?? Sparkles;
  return <Icon size={size} aria-hidden />;
}
