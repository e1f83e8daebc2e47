import { Dices, Lock, LockOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ModelControl } from "../api/types";
import { allows } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { randomSeed } from "../draft/seed";
import { IconButton } from "../ui/IconButton";

/** The seed: empty lets the model choose; the lock keeps it over several takes; the dice draws a new one. */
export function SeedField({
  control,
  className,
  invalid,
}: {
  control: ModelControl;
  className: string;
  invalid: boolean;
}) {
  const { t } = useTranslation("create");
  const { draft, set, update } = useDraft();
  const { seed } = draft.settings;
  const outside = seed !== undefined && !allows(control, seed);
  const lockLabel = draft.seedLocked ? t("fields.unlockSeed") : t("fields.lockSeed");
  return (
    <div className="flex items-center gap-1.5">
      <input
        id="seed"
        inputMode="numeric"
        aria-invalid={invalid || outside}
        placeholder={t("fields.seed")}
        value={seed === undefined ? "" : String(seed)}
        onChange={(event) => {
          const digits = event.target.value.replaceAll(/\D/g, "").slice(0, 15);
          set("seed", digits === "" ? undefined : Number(digits));
        }}
        className={`${className} min-w-0 tabular-nums aria-invalid:border-bad`}
      />
      <IconButton
        label={lockLabel}
        aria-pressed={draft.seedLocked}
        disabled={seed === undefined}
        onClick={() => update({ seedLocked: !draft.seedLocked })}
        className="aria-pressed:bg-accent-soft"
      >
        {draft.seedLocked ? <Lock size={16} aria-hidden /> : <LockOpen size={16} aria-hidden />}
      </IconButton>
      <IconButton
        label={t("fields.newSeed")}
        onClick={() => set("seed", randomSeed(control.min ?? 0, control.max ?? 999_999))}
      >
        <Dices size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
