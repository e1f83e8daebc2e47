import { Pause, Play, Repeat } from "lucide-react";
import { useTranslation } from "react-i18next";
import { timecode } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { Scrubber } from "../ui/Scrubber";
import { useShortcuts } from "../ui/shortcuts";
import { Switch } from "../ui/Switch";
import type { Linked } from "./useLinked";

/** Plays all videos as one; above the tab bar on a phone. */
export function Transport({ linked }: { linked: Linked }) {
  const { t } = useTranslation("compare");
  const { time, duration, playing } = linked;
  useShortcuts({ " ": linked.toggle });
  const Icon = playing ? Pause : Play;
  return (
    <div
      role="group"
      aria-label={t("transport.label")}
      data-testid="transport"
      className="mt-4 flex items-center gap-3.5 rounded-lg bg-surface-1 px-4 py-2.5 max-md:fixed max-md:inset-x-2 max-md:bottom-[calc(var(--tabbar)+8px+env(safe-area-inset-bottom))] max-md:z-(--z-dock) max-md:gap-2 max-md:shadow-3"
    >
      <IconButton label={t(playing ? "transport.pause" : "transport.play")} onClick={linked.toggle}>
        <Icon size={18} fill="currentColor" aria-hidden />
      </IconButton>
      <span className="font-mono text-12 font-medium tabular-nums">{timecode(time)}</span>
      <Scrubber label={t("transport.position")} time={time} duration={duration} onSeek={linked.seek} />
      <span className="font-mono text-12 font-medium text-ink-3 tabular-nums">{timecode(duration)}</span>
      <span aria-hidden className="h-5 w-px bg-line-strong max-md:hidden" />
      <span className="inline-flex items-center gap-2 text-ink-2 max-md:hidden">
        <span aria-hidden>{t("transport.linked")}</span>
        <Switch label={t("transport.linkedMeans")} checked={linked.linked} onChange={linked.setLinked} />
      </span>
      <IconButton
        label={t("transport.loop")}
        aria-pressed={linked.loop}
        onClick={() => linked.setLoop(!linked.loop)}
        className="max-md:hidden"
      >
        <Repeat size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
