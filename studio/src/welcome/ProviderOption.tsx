import { CircleCheck, type LucideIcon } from "lucide-react";
import { RadioGroup } from "radix-ui";

interface ProviderOptionProps {
  value: string;
  icon: LucideIcon;
  name: string;
  note: string;
}

export function ProviderOption({ value, icon: Icon, name, note }: ProviderOptionProps) {
  return (
    <RadioGroup.Item
      value={value}
      className="group flex items-center gap-3.5 rounded-[14px] bg-surface-1 px-4 py-3.5 text-left shadow-[inset_0_0_0_1px_var(--line-strong)] transition hover:bg-surface-2 data-[state=checked]:shadow-[inset_0_0_0_2px_var(--mark)]"
    >
      <Icon size={20} className="shrink-0 text-ink-2 group-data-[state=checked]:text-accent-text" aria-hidden />
      <span className="min-w-0 flex-1">
        <b className="block text-14 font-semibold">{name}</b>
        <span className="text-ink-2">{note}</span>
      </span>
      <RadioGroup.Indicator>
        <CircleCheck size={20} className="text-accent-text" aria-hidden />
      </RadioGroup.Indicator>
    </RadioGroup.Item>
  );
}
