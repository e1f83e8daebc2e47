import { Pause, Play } from "lucide-react";
import { useRef, useState } from "react";
import { mediaWords } from "../words/media";

/** Plays a sound and stops it. */
export function SoundButton({ url, onGone }: { url: string; onGone(): void }) {
  const sound = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const Icon = playing ? Pause : Play;
  return (
    <>
      <audio
        ref={sound}
        src={url}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onError={() => void askWhetherGone(url, onGone)}
      />
      <button
        type="button"
        aria-label={playing ? mediaWords.pause : mediaWords.play}
        onClick={() => void (playing ? sound.current?.pause() : sound.current?.play().catch(() => setPlaying(false)))}
        className="grid size-10 place-items-center rounded-full bg-surface-4 text-ink-1 transition hover:bg-accent-soft hover:text-accent-text"
      >
        <Icon size={16} aria-hidden />
      </button>
    </>
  );
}

/** A browser that cannot play a file's kind says nothing about whether the file is there. */
async function askWhetherGone(url: string, onGone: () => void): Promise<void> {
  const answer = await fetch(url, { method: "HEAD" }).catch(() => null);
  if (answer?.status === 404) {
    onGone();
  }
}
