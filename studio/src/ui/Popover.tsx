import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx";

interface PopoverProps {
  trigger: ReactNode;
  /** Its name. */
  label: string;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom";
  className?: string;
  children: ReactNode;
  open?: boolean;
  onOpenChange?(open: boolean): void;
  /** Unless it is prevented, focus goes back to the trigger. */
  onCloseAutoFocus?(event: Event): void;
}

/** A panel that grows from its trigger; on narrow screens a sheet at the lower edge (see popover.css). */
export function Popover({
  trigger,
  label,
  align = "start",
  side = "top",
  className,
  children,
  onCloseAutoFocus,
  ...state
}: PopoverProps) {
  return (
    <Radix.Root {...state}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          {...(onCloseAutoFocus && { onCloseAutoFocus })}
          align={align}
          side={side}
          sideOffset={10}
          collisionPadding={12}
          className={cx(
            "pop-motion quiet-focus z-(--z-pop) min-w-55 rounded-lg bg-surface-2 p-3.5 shadow-3 max-md:p-4.5",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
