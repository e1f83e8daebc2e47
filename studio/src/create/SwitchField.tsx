import { Switch } from "radix-ui";
import { valueOf } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import type { FieldProps } from "./SettingField";

/** On or off. */
export function SwitchField({ id, control }: FieldProps) {
  const { draft, set } = useDraft();
  return (
    <Switch.Root
      id={id}
      checked={valueOf(control, draft) === true}
      onCheckedChange={(on) => set(control.role, on)}
      className="h-5.5 w-9.5 shrink-0 rounded-full bg-surface-4 p-0.5 shadow-[inset_0_0_0_1px_var(--line-control)] transition data-[state=checked]:bg-accent data-[state=checked]:shadow-none"
    >
      <Switch.Thumb className="block size-4.5 rounded-full bg-ink-1 transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
    </Switch.Root>
  );
}
