import { Dialog as Radix } from "radix-ui";
import { type ComponentProps, type ReactNode, useRef } from "react";
import { cx } from "./cx";
import { focusedOpener } from "./opener";

interface DialogProps extends Omit<ComponentProps<typeof Radix.Content>, "title"> {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** The dialog's name for those who do not see it; its content draws its own heading. */
  title: string;
  children: ReactNode;
}

/** Focus goes to what asks for it with data-first, else to the dialog itself: the first button would open its tooltip and take Space. */
function focusFirst(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) {
    (event.currentTarget.querySelector<HTMLElement>("[data-first]") ?? event.currentTarget).focus();
  }
}

/** A dialog over a blurred page; on narrow screens it rises from the lower edge. Focus goes back to its opener. */
export function Dialog({ open, onOpenChange, title, className, children, ...rest }: DialogProps) {
  const opener = useRef<HTMLElement>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fade-motion fixed inset-0 z-(--z-modal) grid place-items-center overflow-hidden bg-scrim backdrop-blur-[6px] max-md:place-items-end">
          <Radix.Content
            aria-describedby={undefined}
            onOpenAutoFocus={(event) => {
              opener.current = focusedOpener();
              focusFirst(event);
            }}
            onCloseAutoFocus={() => opener.current?.focus()}
            className={cx(
              "dialog-motion quiet-focus flex flex-col overflow-hidden rounded-xl bg-surface-1 shadow-3 max-md:w-full max-md:rounded-b-none",
              className,
            )}
            {...rest}
          >
            <Radix.Title className="sr-only">{title}</Radix.Title>
            {children}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const DialogClose = Radix.Close;
