import type { ReactNode } from "react";

interface ShareLineProps {
  label: string;
  note?: string;
  children: ReactNode;
}

/** A setting of a link, with its control at the right. */
export function ShareLine({ label, note, children }: ShareLineProps) {
  return (
    <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-3.5 gap-y-1 border-line py-1.5 not-last:border-b">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{label}</p>
        {note !== undefined && <p className="text-12 text-ink-3">{note}</p>}
      </div>
      {children}
    </div>
  );
}
