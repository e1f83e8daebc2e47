import { type ReactNode, useId } from "react";
import { cx } from "./cx";

interface PanelProps {
  title: ReactNode;
  /** At the end of its head. */
  tools?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A part of a page with its heading. */
export function Panel({ title, tools, className, children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cx("min-w-0 rounded-lg bg-surface-1 px-6 py-5 max-md:px-4 max-md:py-4", className)}
    >
      <div className="mb-3.5 flex min-h-7 flex-wrap items-center gap-2.5">
        <h2 id={id} className="mr-auto font-semibold">
          {title}
        </h2>
        {tools}
      </div>
      {children}
    </section>
  );
}
