import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "sonner";
import { Button, type ButtonProps } from "./Button";

interface CopyButtonProps extends Pick<ButtonProps, "kind" | "size"> {
  text: string;
  label?: string;
}

/** Puts a text on the clipboard, and says for a moment that it did. */
export function CopyButton({ text, label, ...look }: CopyButtonProps) {
  const { t } = useTranslation();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) {
      return;
    }
    const timer = setTimeout(() => setDone(false), 2_000);
    return () => clearTimeout(timer);
  }, [done]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setDone(true),
      () => toast(t("copyFailed")),
    );
  return (
    <Button icon={done ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />} onClick={copy} {...look}>
      <span aria-live="polite">{done ? t("copied") : (label ?? t("copy"))}</span>
    </Button>
  );
}
