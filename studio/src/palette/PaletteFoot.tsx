import { useTranslation } from "react-i18next";
import { Kbd } from "../ui/Kbd";
import { isMac } from "../ui/media";
import type { Group } from "./find";

/** The palette's keys; beside Tab what it narrows to next. */
export function PaletteFoot({ next }: { next: Group | null }) {
  const { t } = useTranslation("palette");
  const keys = [
    ["↑↓", t("foot.move")],
    ["↵", t("foot.use")],
    ["Tab", t(`foot.only.${next ?? "all"}`)],
    [isMac ? "⌘ K" : "Ctrl K", t("foot.anywhere")],
  ] as const;
  return (
    <footer className="flex h-11.5 shrink-0 items-center gap-4.5 border-t border-line px-5 text-12 text-ink-3 max-md:hidden">
      {keys.map(([key, does]) => (
        <span key={key} className="flex items-center gap-1.5 last:ml-auto">
          <Kbd>{key}</Kbd>
          {does}
        </span>
      ))}
    </footer>
  );
}
