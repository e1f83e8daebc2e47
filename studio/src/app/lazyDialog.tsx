import type { ComponentType } from "react";
import { latePart } from "../ui/latePart";
import { DialogWait } from "./DialogWait";

interface Openable {
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** A dialog whose code and words come when it is first opened. From then on it stays, so that it can close with its motion. */
export function lazyDialog<P extends Openable>(load: () => Promise<ComponentType<P>>) {
  const { preload, usePart } = latePart(load);
  function LazyDialog(props: P) {
    const { open, onOpenChange } = props;
    const { part: Loaded, failed, again } = usePart(open);
    if (Loaded !== undefined) {
      return <Loaded {...props} />;
    }
    function close(): void {
      again();
      onOpenChange(false);
    }
    return open ? <DialogWait failed={failed} onAgain={again} onClose={close} /> : null;
  }
  return Object.assign(LazyDialog, { preload });
}
