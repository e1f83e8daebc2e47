import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, type ButtonProps } from "./Button";

interface CopyButtonProps extends Pick<ButtonProps, "kind" | "size"> {
  text: string;
  label: string;
  /** What the button says for a moment once the text is on the clipboard. */
  doneLabel: string;
  onFailed(): void;
}

export function CopyButton({ text, label, doneLabel, onFailed, ...look }: CopyButtonProps) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) {
      return;
    }
    const timer = setTimeout(() => setDone(false), 2_000);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <Button
      icon={done ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      onClick={() => navigator.clipboard.writeText(text).then(() => setDone(true), onFailed)}
      {...look}
    >
      <span aria-live="polite">{done ? doneLabel : label}</span>
    </Button>
  );
}
