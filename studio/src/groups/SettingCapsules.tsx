import { useTranslation } from "react-i18next";
import type { ModelMode } from "../api/types";
import { allows, capsuleRoles, controlOf, valueOf } from "../draft/controls";
import type { Draft, SettingValue } from "../draft/draft";
import { SeedCapsule } from "./SeedCapsule";
import { SettingCapsule } from "./SettingCapsule";

interface SettingCapsulesProps {
  mode: ModelMode;
  draft: Draft;
  /** Those that are shown; all that the mode has, and the seed, when left out. */
  roles?: readonly string[];
  onSet(role: string, value: SettingValue | undefined): void;
}

/** The settings that a mode has, in the composer's order, and the seed. */
export function SettingCapsules({ mode, draft, roles, onSet }: SettingCapsulesProps) {
  const { t } = useTranslation("groups");
  const seed = roles === undefined ? controlOf(mode, "seed") : undefined;
  return (
    <div role="group" aria-label={t("settings.all")} className="flex flex-wrap items-center gap-1.5">
      {capsuleRoles.map((role) => {
        const control = controlOf(mode, role);
        if (control === undefined || roles?.includes(role) === false) {
          return null;
        }
        const chosen = draft.settings[role];
        const unfit = chosen !== undefined && !allows(control, chosen);
        return (
          <SettingCapsule
            key={role}
            role={role}
            control={control}
            value={unfit ? chosen : valueOf(control, draft)}
            unfit={unfit}
            onSet={(value) => onSet(role, value)}
          />
        );
      })}
      {seed !== undefined && (
        <SeedCapsule control={seed} value={valueOf(seed, draft)} onSet={(value) => onSet("seed", value)} />
      )}
    </div>
  );
}
