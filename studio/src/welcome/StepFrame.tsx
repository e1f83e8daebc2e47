import type { ReactNode } from "react";

/** A step: its question, a lead, what is to be done, and the way on. */
export function StepFrame({
  title,
  lead,
  actions,
  children,
}: Record<"title" | "lead", string> & { actions: ReactNode; children: ReactNode }) {
  return (
    <div className="my-auto w-full max-w-105 py-8">
      <h1 className="mb-2.5 text-36 leading-[1.14] font-semibold tracking-[-.03em] max-md:text-26">{title}</h1>
      <p className="mb-6 text-14 leading-[1.55] text-ink-2">{lead}</p>
      {children}
      <div className="mt-6 flex gap-2">{actions}</div>
    </div>
  );
}
