import { Popover as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { cx } from "./cx";

export interface PanelProps {
  /** Its name. */
  label: string;
  align?: "start" | "center" | "end";
  side?: "top" | "right" | "bottom";
  className?: string;
  children: ReactNode;
  /** Unless it is prevented, focus goes back to the trigger. */
  onCloseAutoFocus?(event: Event): void;
}

interface PopoverPanelProps extends PanelProps {
  open: boolean;
  trigger: HTMLElement;
  onOpenChange(open: boolean): void;
}

/** The panel of a popover. */
export function PopoverPanel(props: PopoverPanelProps) {
  const { open, trigger, onOpenChange, label, align = "start", side = "top", className, children } = props;
  const left = useRef(false);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Anchor virtualRef={{ current: trigger }} />
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={10}
          collisionPadding={12}
          onOpenAutoFocus={() => (left.current = false)}
          onInteractOutside={(event) => {
            // A press on the trigger closes by the trigger.
            const onTrigger = event.target instanceof Node && trigger.contains(event.target);
            if (onTrigger) {
              event.preventDefault();
            }
            left.current = !onTrigger;
          }}
          onCloseAutoFocus={(event) => {
            props.onCloseAutoFocus?.(event);
            if (!event.defaultPrevented && !left.current) {
              trigger.focus();
            }
            event.preventDefault();
          }}
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
