import { CircleAlert, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { IconButton, type IconButtonProps } from "../ui/IconButton";

interface ActButtonProps extends Omit<IconButtonProps, "onClick"> {
  icon: LucideIcon;
  filled?: boolean;
  /** What it says when it could not be done. */
  failedLabel: string;
  act(): Promise<unknown>;
}

/** An act on a take. What could not be done says so in its place. */
export function ActButton({ icon: Icon, filled = false, label, failedLabel, act, ...rest }: ActButtonProps) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  async function run(): Promise<void> {
    setBusy(true);
    setFailed(
      await act().then(
        () => false,
        () => true,
      ),
    );
    setBusy(false);
  }
  return (
    <>
      <IconButton look="veil" label={failed ? failedLabel : label} disabled={busy} onClick={() => void run()} {...rest}>
        {failed ? (
          <CircleAlert size={16} className="text-bad" aria-hidden />
        ) : (
          <Icon size={16} fill={filled ? "currentColor" : "none"} aria-hidden />
        )}
      </IconButton>
      <span role="alert" className="sr-only">
        {failed && failedLabel}
      </span>
    </>
  );
}
