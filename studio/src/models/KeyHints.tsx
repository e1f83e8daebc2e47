import { useTranslation } from "react-i18next";
import { Kbd } from "../ui/Kbd";

const hints = [
  ["↑↓←→", "move"],
  ["↵", "use"],
  ["S", "favorite"],
  ["Tab", "filters"],
] as const;

/** The keys of the selector. */
export function KeyHints() {
  const { t } = useTranslation("models");
  return (
    <footer className="flex h-11.5 shrink-0 items-center gap-4.5 border-t border-line px-5 text-12 text-ink-3 max-md:hidden">
      {hints.map(([key, does]) => (
        <span key={key} className="flex items-center gap-1.5">
          <Kbd>{key}</Kbd>
          {t(`keys.${does}`)}
        </span>
      ))}
    </footer>
  );
}
