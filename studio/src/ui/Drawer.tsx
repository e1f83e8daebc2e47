import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { cx } from "./cx";
import { focusedOpener } from "./opener";

interface DrawerProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** Its name for those who do not see it; its content draws its own heading. */
  title: string;
  className?: string;
  children: ReactNode;
}

/** A panel along the right edge; on narrow screens a sheet from below. Focus is kept in it and goes back to its opener. */
export function Drawer({ open, onOpenChange, title, className, children }: DrawerProps) {
  const opener = useRef<HTMLElement>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fade-motion fixed inset-0 z-(--z-drawer) bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            opener.current = focusedOpener();
            (event.currentTarget as HTMLElement).focus();
          }}
          onCloseAutoFocus={() => opener.current?.focus()}
          className={cx(
            "dialog-motion quiet-focus fixed inset-y-0 right-0 z-(--z-drawer) flex w-[min(520px,92vw)] flex-col bg-surface-1 shadow-3",
            "max-md:top-18 max-md:left-0 max-md:w-full max-md:rounded-t-xl max-md:pb-[env(safe-area-inset-bottom)]",
            className,
          )}
        >
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export const DrawerClose = Radix.Close;
