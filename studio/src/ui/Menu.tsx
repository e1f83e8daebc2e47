import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { MenuFrame } from "./MenuFrame";

/** Further things to do, behind a button. */
export function Menu({ trigger, children }: { trigger: ReactNode; children: ReactNode }) {
  return (
    <MenuFrame trigger={trigger} className="z-(--z-pop) min-w-48">
      {children}
    </MenuFrame>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  children: ReactNode;
  onSelect(): void;
}

export function MenuItem({ icon, danger = false, disabled = false, children, onSelect }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      disabled={disabled}
      onSelect={onSelect}
      className={cx(
        "flex h-9 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 font-medium outline-none data-disabled:cursor-not-allowed data-disabled:text-ink-3 data-highlighted:bg-surface-3 max-md:h-11",
        danger && "text-bad",
      )}
    >
      {icon}
      {children}
    </DropdownMenu.Item>
  );
}
