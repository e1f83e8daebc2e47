import type { ReactNode } from "react";
import { Button, type ButtonProps } from "../../ui/Button";

/** What can be done on the page; on a phone its icon stands for it, so that it fits beside the title. */
export function ToolButton({ children, ...rest }: Omit<ButtonProps, "children"> & { children: ReactNode }) {
  return (
    <Button className="max-md:size-11 max-md:px-0" {...rest}>
      <span className="max-md:sr-only">{children}</span>
    </Button>
  );
}
