import { useEffect, useRef, useState } from "react";
import { useLatest } from "../ui/latest";

const keepAfter = 900;

interface ShotPromptProps {
  label: string;
  prompt: string;
  onKeep(prompt: string): Promise<boolean>;
}

/** The words of a shot; kept when typing rests, and when they are left. */
export function ShotPrompt({ label, prompt, onKeep }: ShotPromptProps) {
  const [text, setText] = useState(prompt);
  const sent = useRef(prompt);
  const keep = useLatest((next: string) => {
    if (next.trim() !== sent.current.trim()) {
      const earlier = sent.current;
      sent.current = next;
      void onKeep(next).then((kept) => {
        if (!kept) {
          sent.current = earlier;
        }
      });
    }
  });
  const latest = useLatest(text);

  useEffect(() => {
    const timer = setTimeout(() => keep.current(text), keepAfter);
    return () => clearTimeout(timer);
  }, [text, keep]);
  useEffect(() => () => keep.current(latest.current), [keep, latest]);

  return (
    <textarea
      aria-label={label}
      data-testid="shot-prompt"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => keep.current(text)}
      className="field-grow max-h-60 min-h-23 w-full resize-none rounded-sm border border-transparent bg-surface-2 px-3 py-2.5 text-14 leading-[1.5] transition hover:border-line-strong focus:border-accent-line max-md:text-16"
    />
  );
}
