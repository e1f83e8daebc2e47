import { useState } from "react";
import { toast } from "sonner";
import { Button } from "./Button";

interface DoneProps {
  text: string;
  undo: { label: string; failed: string; run(): Promise<unknown> };
  onClose(): void;
}

function Done({ text, undo, onClose }: DoneProps) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  async function take(button: HTMLButtonElement): Promise<void> {
    // A toast that still has the focus gives it back only when the next one comes, whatever has it by then.
    button.blur();
    setBusy(true);
    try {
      await undo.run();
      onClose();
    } catch {
      setFailed(true);
    }
    setBusy(false);
  }
  return (
    <div className="flex w-85 items-center gap-3 rounded-lg bg-surface-2 py-3 pr-3 pl-4 shadow-3 max-md:w-full">
      <p className="min-w-0 flex-1 font-medium" role="status">
        {failed ? undo.failed : text}
      </p>
      <Button size="sm" busy={busy} className="max-md:min-h-11" onClick={(event) => void take(event.currentTarget)}>
        {undo.label}
      </Button>
    </div>
  );
}

/** Tells that something was done, with a way back for a while. */
export function toastDone(text: string, undo: DoneProps["undo"]): void {
  toast.custom((id) => <Done text={text} undo={undo} onClose={() => toast.dismiss(id)} />, {
    unstyled: true,
    duration: 8_000,
  });
}
