import { useDraft } from "../draft/DraftProvider";
import { tiersOf } from "../draft/modes";
import { Segments } from "../ui/Segments";
import { composerWords } from "../words/composer";
import { spelled } from "../words/models";

/** The tiers of this mode, where there are several. */
export function TierSwitch() {
  const { model, mode, update } = useDraft();
  const tiers = tiersOf(model, mode.mode);
  return tiers.length === 0 ? null : (
    <Segments
      label={composerWords.tier}
      options={tiers.map((value) => ({ value, label: spelled(value) }))}
      value={mode.tier ?? null}
      testId="tier"
      onChoose={(tier) => update({ tier })}
    />
  );
}
