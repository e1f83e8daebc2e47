import { useTranslation } from "react-i18next";
import { tierLabel } from "../i18n/names";
import { useDraft } from "../draft/DraftProvider";
import { tiersOf } from "../draft/modes";
import { Segments } from "../ui/Segments";

/** The tiers of this mode, where there are several. */
export function TierSwitch() {
  const { t } = useTranslation("create");
  const { model, mode, update } = useDraft();
  const tiers = tiersOf(model, mode.mode);
  return tiers.length === 0 ? null : (
    <Segments
      label={t("tier")}
      options={tiers.map((value) => ({ value, label: tierLabel(value) }))}
      value={mode.tier ?? null}
      testId="tier"
      onChoose={(tier) => update({ tier })}
    />
  );
}
