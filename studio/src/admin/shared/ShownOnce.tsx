import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../ui/CopyButton";

/** A secret that no later answer tells again, with a button that copies it. */
export function ShownOnce({ label, value, note }: { label: string; value: string; note: string }) {
  const { t } = useTranslation("admin");
  const [refused, setRefused] = useState(false);
  return (
    <div className="rounded-md bg-accent-soft p-4">
      <p className="mb-2 font-medium text-accent-text">{label}</p>
      <div className="flex items-center gap-3">
        <code data-testid="shown-once" className="min-w-0 flex-1 font-mono text-12 break-all text-ink-1">
          {value}
        </code>
        <CopyButton
          text={value}
          label={t("copy")}
          doneLabel={t("copied")}
          size="sm"
          onFailed={() => setRefused(true)}
        />
      </div>
      <p role="status" className="mt-2 text-12 text-ink-2">
        {refused ? t("copyByHand") : note}
      </p>
    </div>
  );
}
