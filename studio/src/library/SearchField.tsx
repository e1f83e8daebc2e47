import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/cx";
import { IconButton } from "../ui/IconButton";
import { Kbd } from "../ui/Kbd";
import { useLatest } from "../ui/latest";
import { useShortcuts } from "../ui/shortcuts";

const pause = 250;

interface SearchFieldProps {
  value: string;
  placeholder: string;
  className?: string;
  onSearch(text: string): void;
}

/** Searches once the typing pauses; `/` leads to it, Esc empties it. */
export function SearchField({ value, placeholder, className, onSearch }: SearchFieldProps) {
  const { t } = useTranslation("library");
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  const search = useLatest(onSearch);
  if (value !== asked) {
    setAsked(value);
    if (value !== text.trim()) {
      setText(value);
    }
  }
  useShortcuts({ "/": () => field.current?.focus() });
  useEffect(() => {
    if (text.trim() === asked) {
      return;
    }
    const timer = setTimeout(() => search.current(text.trim()), pause);
    return () => clearTimeout(timer);
  }, [text, asked, search]);

  return (
    <div className={cx("relative flex items-center", className)}>
      <Search size={16} className="pointer-events-none absolute left-3 text-ink-3" aria-hidden />
      <input
        ref={field}
        type="search"
        value={text}
        maxLength={200}
        aria-label={t("search")}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.preventDefault();
            if (text === "") {
              field.current?.blur();
            } else {
              setText("");
            }
          }
        }}
        className="h-(--h-md) w-full rounded-sm bg-surface-2 pr-9 pl-9.5 max-md:h-11 max-md:text-16 [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="absolute right-1.5 flex items-center">
        {text === "" ? (
          <Kbd>/</Kbd>
        ) : (
          <IconButton small label={t("clearSearch")} onClick={() => setText("")}>
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </span>
    </div>
  );
}
