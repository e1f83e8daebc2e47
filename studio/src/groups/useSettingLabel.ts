import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { labelOf } from "../create/settingLook";
import type { CapsuleRole } from "../draft/controls";
import type { SettingValue } from "../draft/draft";

/** The word for a value of a setting, as the composer says it. */
export function useSettingLabel() {
  const { t } = useTranslation("create");
  return useCallback((role: CapsuleRole, value: SettingValue | null): string => labelOf(role, value, t), [t]);
}
