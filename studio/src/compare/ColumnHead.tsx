import type { ReactNode } from "react";
import { Badge } from "../ui/Badge";
import { Swatch } from "../ui/Swatch";

interface ColumnHeadProps {
  name: string;
  gradient: readonly string[];
  badge: string | undefined;
  children?: ReactNode;
}

/** Whose column it is. */
export function ColumnHead({ name, gradient, badge, children }: ColumnHeadProps) {
  return (
    <header className="flex min-h-13 items-center gap-2.5 px-3.5 py-3">
      <Swatch gradient={gradient} large />
      <h2 className="truncate font-semibold">{name}</h2>
      {badge != null && <Badge text={badge} />}
      <span className="ml-auto flex">{children}</span>
    </header>
  );
}
