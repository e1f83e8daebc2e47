import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";

interface RadioMenuProps {
  trigger: ReactNode;
  align: "start" | "end";
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChoose(value: string): void;
}

/** One value out of many, behind a button. */
export function RadioMenu({ trigger, align, value, options, onChoose }: RadioMenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={12}
          className="pop-motion quiet-focus z-(--z-pop) max-h-[min(420px,60vh)] min-w-44 overflow-auto rounded-md bg-surface-2 p-1.5 shadow-3"
        >
          <DropdownMenu.RadioGroup value={value} onValueChange={onChoose}>
            {options.map((option) => (
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
