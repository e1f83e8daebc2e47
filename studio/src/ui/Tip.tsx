import { useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";

const gap = 6;
const margin = 8;

/** A control's name, over it or, where there is no room, under it. For the eye: the control says its name itself. */
export function Tip({ anchor, children }: { anchor: HTMLElement; children: string }) {
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const own = tip.current;
    if (own !== null) {
      const at = anchor.getBoundingClientRect();
      const left = at.left + at.width / 2 - own.offsetWidth / 2;
      const over = at.top - own.offsetHeight - gap;
      own.style.left = `${Math.max(margin, Math.min(left, innerWidth - own.offsetWidth - margin))}px`;
      own.style.top = `${over >= margin ? over : at.bottom + gap}px`;
    }
  }, [anchor]);
  return createPortal(
    <div
      ref={tip}
      aria-hidden
      data-state="open"
      className="pop-motion pointer-events-none fixed z-(--z-toast) rounded-sm bg-surface-4 px-2.5 py-1.5 text-12 font-medium whitespace-nowrap text-ink-1 shadow-2 max-md:hidden"
    >
      {children}
    </div>,
    document.body,
  );
}
