import { DropdownMenu } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

interface MenuProps extends Omit<ComponentProps<typeof DropdownMenu.Content>, "children"> {
  trigger: ReactNode;
  children: ReactNode;
}

const row =
  "flex min-h-9 w-full cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 font-medium text-ink-1 select-none data-disabled:cursor-not-allowed data-disabled:text-ink-3 data-highlighted:bg-surface-3 max-md:min-h-11 [&_svg]:text-ink-3";

/** A list of acts or choices that drops from its trigger. */
export function Menu({ trigger, children, className, ...rest }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={6}
          collisionPadding={12}
          className={cx(
            "pop-motion quiet-focus z-(--z-pop) max-h-[min(420px,60vh)] min-w-44 overflow-auto rounded-md bg-surface-2 p-1.5 shadow-3",
            className,
          )}
          {...rest}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function MenuItem({ className, ...rest }: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item className={cx(row, className)} {...rest} />;
}

interface MenuChoicesProps {
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChoose(value: string): void;
}

/** Choices of which one holds. */
export function MenuChoices({ value, options, onChoose }: MenuChoicesProps) {
  return (
    <DropdownMenu.RadioGroup value={value} onValueChange={onChoose}>
      {options.map((option) => (
        <DropdownMenu.RadioItem
          key={option.value}
          value={option.value}
          className={cx(row, "data-[state=checked]:text-accent-text")}
        >
          {option.label}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
