import type { ReactNode } from "react";

/** What can be done with the whole, at the lower edge. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div
      data-dock
      className="fixed right-0 bottom-0 left-(--rail) z-(--z-dock) flex items-center gap-3 border-t border-line bg-glass px-8 py-3.5 backdrop-blur-[14px] max-md:bottom-[calc(var(--tabbar)+env(safe-area-inset-bottom))] max-md:px-4 max-md:py-2"
    >
      {children}
    </div>
  );
}
