import { DropdownMenu } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { cx } from "./cx";

export interface MenuFrameProps {
  /** A button. */
  trigger: ReactNode;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  className?: string;
  children: ReactNode;
}

/** A menu behind a button: where it stands and how it looks. */
export function MenuFrame({ trigger, align = "end", side = "bottom", className, children }: MenuFrameProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger ref={button} asChild>
        {trigger}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={12}
          onInteractOutside={(event) => {
            // The button opens and closes by itself: a menu on its way out would close what was just opened again.
            if (event.target instanceof Node && button.current?.contains(event.target) === true) {
              event.preventDefault();
            }
          }}
          className={cx(
            "pop-motion quiet-focus max-h-[min(420px,60vh)] overflow-auto rounded-md bg-surface-2 p-1.5 shadow-3",
            className,
          )}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
