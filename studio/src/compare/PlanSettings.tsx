import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import { controlOf } from "../draft/controls";
import type { Draft, SettingValue } from "../draft/draft";
import { SeedCapsule } from "../groups/SeedCapsule";
import { SettingCapsule } from "../groups/SettingCapsule";
import { modeFor, sharedControl, sharedRoles } from "./plan";

interface PlanSettingsProps {
  models: readonly Model[];
  settings: Draft["settings"];
  onSet(role: string, value: SettingValue | undefined): void;
}

/** What is wanted of all models alike; left alone, each does as it usually does. */
export function PlanSettings({ models, settings, onSet }: PlanSettingsProps) {
  const { t } = useTranslation("compare");
  const modes = models.map(modeFor);
  const seed = modes.map((mode) => controlOf(mode, "seed")).find((control) => control !== undefined);
  return (
    <div className="mt-3 flex flex-wrap items-center gap-1.5">
      {sharedRoles.map((role) => {
        const control = sharedControl(modes, role);
        return control === null || control.choices?.length === 1 ? null : (
          <SettingCapsule
            key={role}
            role={role}
            control={control}
            value={settings[role] ?? null}
            onSet={(value) => onSet(role, value)}
          />
        );
      })}
      {seed !== undefined && (
        <SeedCapsule control={seed} value={settings.seed ?? null} onSet={(value) => onSet("seed", value)} />
      )}
      <span className="ml-1.5 text-ink-3 max-md:hidden">{t("nothingRuns")}</span>
    </div>
  );
}
