import { ChevronDown } from "lucide-react";

interface ChooseProps {
  label: string;
  options: readonly { readonly value: string; readonly label: string }[];
  value: string;
  onChoose(value: string): void;
}

/** One of a list, by the browser's own menu. */
export function Choose({ label, options, value, onChoose }: ChooseProps) {
  return (
    <span className="relative inline-flex min-w-0 max-w-full">
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        className="h-(--h-md) min-w-0 max-w-full appearance-none truncate rounded-full border border-line bg-bg pr-8 pl-3 font-medium text-ink-2 transition hover:border-line-strong hover:text-ink-1 max-md:h-11 max-md:text-16"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2" aria-hidden />
    </span>
  );
}
