import type { LucideIcon } from "lucide-react";
import { cx } from "../ui/cx";

interface ViewSwitchProps<T extends string> {
  label: string;
  value: T;
  options: readonly { readonly value: T; readonly label: string; readonly icon: LucideIcon }[];
  onChoose(value: T): void;
}

/** Ways of looking, by their pictures. */
export function ViewSwitch<T extends string>({ label, value, options, onChoose }: ViewSwitchProps<T>) {
  return (
    <div role="group" aria-label={label} className="flex shrink-0 gap-px rounded-md bg-surface-2 p-[3px] max-md:mr-4">
      {options.map(({ value: each, label: name, icon: Icon }) => (
        <button
          key={each}
          type="button"
          aria-label={name}
          title={name}
          aria-pressed={each === value}
          onClick={() => onChoose(each)}
          className={cx(
            "grid h-7 w-9 place-items-center rounded-sm transition max-md:size-11",
            each === value ? "bg-surface-4 text-ink-1 shadow-1 light:bg-surface-1" : "text-ink-2 hover:text-ink-1",
          )}
        >
          <Icon size={15} aria-hidden />
        </button>
      ))}
    </div>
  );
}
