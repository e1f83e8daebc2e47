import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button";

/** A secret that no later answer tells again, with a button that copies it. */
export function ShownOnce({ label, value, note }: { label: string; value: string; note: string }) {
  const { t } = useTranslation("admin");
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className="rounded-md bg-accent-soft p-4">
      <p className="mb-2 font-medium text-accent-text">{label}</p>
      <div className="flex items-center gap-3">
        <code className="min-w-0 flex-1 font-mono text-12 break-all text-ink-1">{value}</code>
        <Button
          size="sm"
          className="max-md:h-11"
          icon={copied === true ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
          onClick={() => void copy()}
        >
          {copied === true ? t("copied") : t("copy")}
        </Button>
      </div>
      <p role="status" className="mt-2 text-12 text-ink-2">
        {copied === false ? t("copyByHand") : note}
      </p>
    </div>
  );
}
