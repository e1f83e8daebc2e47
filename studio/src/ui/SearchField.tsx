import { Search, X } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./cx";
import { IconButton } from "./IconButton";
import { Kbd } from "./Kbd";
import { useShortcuts } from "./shortcuts";

interface SearchFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  className?: string;
  onChange(value: string): void;
}

/** Narrows a list while one types; `/` leads to it, Esc empties it and then leaves it. */
export function SearchField({ label, placeholder = label, value, className, onChange }: SearchFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useShortcuts({ "/": () => field.current?.focus() });
  return (
    <div className={cx("relative flex items-center", className)}>
      <Search size={16} className="pointer-events-none absolute left-3 text-ink-3" aria-hidden />
      <input
        ref={field}
        type="search"
        value={value}
        maxLength={200}
        aria-label={label}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.preventDefault();
            if (value === "") {
              field.current?.blur();
            } else {
              onChange("");
            }
          }
        }}
        className="h-(--h-md) w-full rounded-sm border border-transparent bg-surface-2 pr-9 pl-9.5 transition hover:border-line-strong focus:border-accent-line focus:bg-surface-1 max-md:h-11 max-md:text-16 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="absolute right-1.5 flex items-center">
        {value === "" ? (
          <Kbd>/</Kbd>
        ) : (
          <IconButton small label={t("clearSearch")} onClick={() => onChange("")}>
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </span>
    </div>
  );
}
