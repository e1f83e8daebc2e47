import type { ReactNode } from "react";

/** What the page comes to, in a sentence, and what stands behind it. */
export function Lead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mt-1 mb-4.5 flex flex-wrap items-baseline gap-x-7 gap-y-2">
      <h2 className="text-26 leading-[1.2] font-semibold tracking-title max-md:text-20">{title}</h2>
      {children !== undefined && <p className="min-w-0 text-14 text-ink-2">{children}</p>}
    </div>
  );
}
