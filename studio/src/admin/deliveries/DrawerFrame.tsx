import type { ReactNode } from "react";
import { CloseButton } from "../../ui/CloseButton";
import { Drawer } from "../../ui/Drawer";

interface DrawerFrameProps {
  title: string;
  pill: ReactNode;
  /** Under the title. */
  note: string;
  footer?: ReactNode;
  children: ReactNode;
  onClose(): void;
}

/** The frame of what a line of the log opens. */
export function DrawerFrame({ title, pill, note, footer, children, onClose }: DrawerFrameProps) {
  return (
    <Drawer open onOpenChange={onClose} title={title}>
      <header className="flex items-center gap-3 px-5.5 py-4">
        <div className="min-w-0 flex-1">
          <div className="flex min-w-0 items-center gap-2.5">
            <h2 className="min-w-0 truncate text-16 font-semibold tracking-[-.01em]">{title}</h2>
            {pill}
          </div>
          <p className="truncate font-mono text-12 text-ink-3">{note}</p>
        </div>
        <CloseButton />
      </header>
      <div
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is to be reached by keyboard
        tabIndex={0}
        className="quiet-focus grid flex-1 grid-cols-[minmax(0,1fr)] content-start gap-5 overflow-auto px-5.5 pb-5"
      >
        {children}
      </div>
      {footer !== undefined && <footer className="border-t border-line px-5.5 py-4">{footer}</footer>}
    </Drawer>
  );
}

/** Names and values, one pair a line. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-3">{name}</dt>
          <dd className="[overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
