import { Pause, Play } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLatest } from "../ui/latest";

/** Whether a file is no longer there; a browser that cannot play its kind says nothing about that. */
async function isGone(url: string): Promise<boolean> {
  const answer = url.startsWith("blob:") ? null : await fetch(url, { method: "HEAD" }).catch(() => null);
  return answer?.status === 404;
}

/** Plays a sound and stops it. */
export function SoundButton({ url, onGone }: { url: string; onGone(): void }) {
  const { t } = useTranslation("create");
  const sound = useRef<HTMLAudioElement | null>(null);
  const [playing, setPlaying] = useState(false);
  const gone = useLatest(onGone);

  useEffect(() => {
    const audio = new Audio(url);
    const tell = async () => (await isGone(url)) && sound.current === audio && gone.current();
    audio.preload = "metadata";
    audio.addEventListener("play", () => setPlaying(true));
    audio.addEventListener("pause", () => setPlaying(false));
    audio.addEventListener("error", () => void tell());
    sound.current = audio;
    return () => {
      sound.current = null;
      audio.pause();
    };
  }, [url, gone]);

  function toggle(): void {
    if (playing) {
      sound.current?.pause();
    } else {
      void sound.current?.play().catch(() => setPlaying(false));
    }
  }

  const Icon = playing ? Pause : Play;
  return (
    <button
      type="button"
      aria-label={t(playing ? "sound.pause" : "sound.play")}
      onClick={toggle}
      className="grid size-10 place-items-center rounded-full bg-surface-4 text-ink-1 transition hover:bg-accent-soft hover:text-accent-text"
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
