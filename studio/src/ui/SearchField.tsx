import { Search } from "lucide-react";
import { cx } from "./cx";

interface SearchFieldProps {
  label: string;
  value: string;
  className?: string;
  onChange(value: string): void;
}

/** Narrows a list while one types. */
export function SearchField({ label, value, className, onChange }: SearchFieldProps) {
  return (
    <div className={cx("relative flex items-center", className)}>
      <Search size={16} className="pointer-events-none absolute left-3 text-ink-3" aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="h-(--h-md) w-full rounded-sm border border-transparent bg-surface-2 pr-3 pl-9 transition hover:border-line-strong focus:border-accent-line focus:bg-surface-1 max-md:h-11 max-md:text-16"
      />
    </div>
  );
}
