import type { ReactNode } from "react";
import { cx } from "./cx";

export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cx(
        "min-w-5 rounded-xs border px-[5px] py-[3px] text-center font-mono text-11 leading-none font-medium max-md:hidden",
        className ?? "border-line-strong bg-surface-2 text-ink-3",
      )}
    >
      {children}
    </kbd>
  );
}
