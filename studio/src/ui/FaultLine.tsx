import { CircleAlert } from "lucide-react";
import { cx } from "./cx";

interface FaultLineProps {
  id?: string | undefined;
  testId?: string;
  className?: string | undefined;
  children: string;
}

/** What went wrong, in a sentence; read out when it comes. */
export function FaultLine({ id, testId, className, children }: FaultLineProps) {
  return (
    <p id={id} role="alert" data-testid={testId} className={cx("flex items-start gap-1.5 text-12 text-bad", className)}>
      <CircleAlert size={14} className="mt-px shrink-0" aria-hidden />
      {children}
    </p>
  );
}
