import { DropdownMenu } from "radix-ui";
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
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <DropChip label={label} chosen={chosen} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className="pop-motion quiet-focus z-(--z-pop) max-h-[min(420px,60vh)] min-w-44 overflow-auto rounded-md bg-surface-2 p-1.5 shadow-3"
        >
          <DropdownMenu.RadioGroup value={value} onValueChange={onChoose}>
            {[{ value: "", label: any }, ...options].map((option) => (
              <DropdownMenu.RadioItem
                key={option.value}
                value={option.value}
                className="flex min-h-9 cursor-pointer items-center rounded-sm px-2.5 font-medium outline-none select-none data-highlighted:bg-surface-3 data-[state=checked]:text-accent-text max-md:min-h-11"
              >
                {option.label}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
