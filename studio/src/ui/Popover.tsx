import { cloneElement, type ComponentProps, type ReactElement, useCallback, useState } from "react";
import { give } from "./give";
import { latePart } from "./latePart";
import type { PanelProps } from "./PopoverPanel";

const panel = latePart(async () => (await import("./PopoverPanel")).PopoverPanel);
export const preloadPopover = panel.preload;

interface PopoverProps extends PanelProps {
  /** A button. */
  trigger: ReactElement<ComponentProps<"button">>;
  open?: boolean;
  onOpenChange?(open: boolean): void;
}

/** A panel that grows from its trigger; on narrow screens a sheet at the lower edge (see popover.css). Its code comes when one is first opened. */
export function Popover({ trigger, open: given, onOpenChange, ...rest }: PopoverProps) {
  const [own, setOwn] = useState(false);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const open = given ?? own;
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) {
    setWanted(true);
  }
  const { part: Panel, failed, again } = panel.usePart(wanted);
  const { ref, onClick } = trigger.props;
  const keep = useCallback(
    (element: HTMLButtonElement | null) => {
      setButton(element);
      give(ref, element);
    },
    [ref],
  );
  function change(next: boolean): void {
    setOwn(next);
    onOpenChange?.(next);
    if (failed) {
      again();
    }
  }
  return (
    <>
      {cloneElement(trigger, {
        ref: keep,
        "aria-haspopup": "dialog",
        "aria-expanded": open,
        onClick: (event) => {
          onClick?.(event);
          change(!open);
        },
      })}
      {wanted && Panel !== undefined && button !== null && (
        <Panel {...rest} open={open} trigger={button} onOpenChange={change} />
      )}
    </>
  );
}
