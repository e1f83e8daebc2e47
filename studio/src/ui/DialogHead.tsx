import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { IconButton } from "./IconButton";

/** The visible heading of a dialog, with what closes it. */
export function DialogHead({ title, closeLabel }: { title: string; closeLabel: string }) {
  return (
    <div className="mb-4 flex items-center gap-3">
      <h2 className="min-w-0 flex-1 text-20 font-semibold tracking-title">{title}</h2>
      <Radix.Close asChild>
        <IconButton label={closeLabel}>
          <X size={16} aria-hidden />
        </IconButton>
      </Radix.Close>
    </div>
  );
}
