import { Dices, Lock, LockOpen } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { ModelControl } from "../api/types";
import { Capsule } from "../create/Capsule";
import { fieldStyle } from "../create/fieldStyle";
import { allows } from "../draft/controls";
import type { SettingValue } from "../draft/draft";
import { randomSeed } from "../draft/seed";
import { Button } from "../ui/Button";
import { IconButton } from "../ui/IconButton";
import { Popover } from "../ui/Popover";

interface SeedCapsuleProps {
  control: Pick<ModelControl, "min" | "max" | "type">;
  value: SettingValue | null;
  onSet(value: number | undefined): void;
}

/** A number that makes a take repeatable; without one each take differs. */
export function SeedCapsule({ control, value, onSet }: SeedCapsuleProps) {
  const { t } = useTranslation("groups");
  const id = useId();
  const whole: ModelControl = { role: "seed", required: false, ...control, type: "integer" };
  const name = value === null ? t("seed.random") : String(value);
  return (
    <Popover
      label={t("seed.title")}
      className="md:w-64"
      trigger={
        <Capsule
          setting="seed"
          tone={value === null ? "off" : "on"}
          icon={value === null ? <LockOpen size={15} aria-hidden /> : <Lock size={15} aria-hidden />}
          aria-label={`${t("seed.title")}: ${name}`}
        >
          {name}
        </Capsule>
      }
    >
      <label htmlFor={id} className="mb-2 block text-12 font-medium text-ink-3">
        {t("seed.title")}
      </label>
      <div className="flex gap-1.5">
        <input
          id={id}
          inputMode="numeric"
          placeholder={t("seed.random")}
          value={value === null ? "" : String(value)}
          onChange={({ target }) => {
            const seed = Number(target.value);
            if (target.value.trim() === "") {
              onSet(undefined);
            } else if (allows(whole, seed)) {
              onSet(seed);
            }
          }}
          className={`${fieldStyle} h-(--h-md) tabular-nums`}
        />
        <IconButton label={t("seed.roll")} onClick={() => onSet(randomSeed(control.min ?? 0, control.max ?? 999_999))}>
          <Dices size={16} aria-hidden />
        </IconButton>
      </div>
      <p className="mt-2 text-12 text-ink-3">{t("seed.hint")}</p>
      {value !== null && (
        <Button size="sm" className="mt-3 w-full" onClick={() => onSet(undefined)}>
          {t("seed.drop")}
        </Button>
      )}
    </Popover>
  );
}
