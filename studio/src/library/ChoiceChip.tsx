import { RadioMenu } from "../ui/RadioMenu";
import { DropChip } from "./DropChip";

interface ChoiceChipProps {
  label: string;
  /** The word for no choice. */
  any: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChoose(value: string): void;
}

/** A filter of one value out of many; the pill says which. */
export function ChoiceChip({ label, any, value, options, onChoose }: ChoiceChipProps) {
  const chosen = options.find((option) => option.value === value)?.label ?? value;
  return (
    <RadioMenu
      align="start"
      trigger={<DropChip label={label} chosen={chosen} />}
      value={value}
      options={[{ value: "", label: any }, ...options]}
      onChoose={onChoose}
    />
  );
}
