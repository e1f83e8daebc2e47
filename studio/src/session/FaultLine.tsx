import { CircleAlert } from "lucide-react";

/** What went wrong, in a sentence; read out when it comes. */
export function FaultLine({ id, testId, children }: { id: string; testId?: string; children: string }) {
  return (
    <p id={id} role="alert" data-testid={testId} className="flex items-start gap-1.5 text-12 text-bad">
      <CircleAlert size={14} className="mt-px shrink-0" aria-hidden />
      {children}
    </p>
  );
}
