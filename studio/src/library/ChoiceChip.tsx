import { ChevronDown } from "lucide-react";
import { Chip } from "../ui/Chip";
import { Menu, MenuChoices } from "../ui/Menu";

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
    <Menu
      trigger={
        <Chip on={value !== ""} aria-label={value === "" ? label : `${label}: ${chosen}`}>
          <span className="max-w-40 truncate">{value === "" ? label : chosen}</span>
          <ChevronDown size={14} aria-hidden />
        </Chip>
      }
    >
      <MenuChoices value={value} options={[{ value: "", label: any }, ...options]} onChoose={onChoose} />
    </Menu>
  );
}
