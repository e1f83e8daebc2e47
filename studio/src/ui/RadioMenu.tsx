import { DropdownMenu } from "radix-ui";
import { MenuFrame, type MenuFrameProps } from "./MenuFrame";

interface RadioMenuProps extends Omit<MenuFrameProps, "children"> {
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChoose(value: string): void;
}

/** One value out of many, behind a button. */
export function RadioMenu({ value, options, onChoose, className = "z-(--z-pop) min-w-44", ...frame }: RadioMenuProps) {
  return (
    <MenuFrame className={className} {...frame}>
      <DropdownMenu.RadioGroup value={value} onValueChange={onChoose}>
        {options.map((option) => (
          <DropdownMenu.RadioItem
            key={option.value}
            value={option.value}
            className="flex min-h-9 cursor-pointer items-center rounded-sm px-2.5 font-medium tabular-nums outline-none select-none data-highlighted:bg-surface-3 data-[state=checked]:text-accent-text max-md:min-h-11"
          >
            {option.label}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </MenuFrame>
  );
}
