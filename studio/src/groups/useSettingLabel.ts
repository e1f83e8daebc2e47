import { useCallback } from "react";
import { labelOf } from "../create/settingLook";
import type { CapsuleRole } from "../draft/controls";
import type { SettingValue } from "../draft/draft";

/** The word for a value of a setting, as the composer says it. */
export function useSettingLabel() {
  return useCallback((role: CapsuleRole, value: SettingValue | null): string => labelOf(role, value), []);
}
