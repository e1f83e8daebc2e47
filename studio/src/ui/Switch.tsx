import { Switch as Radix } from "radix-ui";

interface SwitchProps {
  label: string;
  checked: boolean;
  disabled?: boolean;
  onChange(checked: boolean): void;
}

/** On or off, at once. */
export function Switch({ label, checked, disabled = false, onChange }: SwitchProps) {
  return (
    <Radix.Root
      aria-label={label}
      checked={checked}
      disabled={disabled}
      onCheckedChange={onChange}
      className="relative h-5 w-8.5 shrink-0 rounded-full bg-surface-4 shadow-[inset_0_0_0_1px_var(--line-control)] transition disabled:opacity-45 data-[state=checked]:bg-accent data-[state=checked]:shadow-[inset_0_0_0_1px_var(--mark)]"
    >
      <Radix.Thumb className="block size-3.5 translate-x-[3px] rounded-full bg-ink-1 transition data-[state=checked]:translate-x-[17px] data-[state=checked]:bg-on-accent" />
    </Radix.Root>
  );
}
