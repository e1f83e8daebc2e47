import { Search, X } from "lucide-react";
import type { KeyboardEventHandler } from "react";
import { useTranslation } from "react-i18next";
import { DialogClose } from "../ui/Dialog";
import { IconButton } from "../ui/IconButton";
import { Kbd } from "../ui/Kbd";
import type { Group } from "./find";

interface PaletteSearchProps {
  text: string;
  only: Group | null;
  active: string | undefined;
  onText(text: string): void;
  onKeyDown: KeyboardEventHandler;
}

export function PaletteSearch({ text, only, active, onText, onKeyDown }: PaletteSearchProps) {
  const { t } = useTranslation(["palette", "frame"]);
  return (
    <div className="flex h-15 shrink-0 items-center gap-3 border-b border-line px-5 max-md:h-14 max-md:pr-2.5 max-md:pl-4">
      <Search size={20} className="shrink-0" aria-hidden />
      {only !== null && (
        <span data-testid="palette-group" className="rounded-sm bg-surface-3 px-2 py-1 text-12 font-medium text-ink-2">
          {t(`groups.${only}`)}
        </span>
      )}
      <input
        data-first
        data-testid="palette-search"
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={active}
        aria-label={t("search")}
        placeholder={t("search")}
        value={text}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={onKeyDown}
        className="quiet-focus h-full min-w-0 flex-1 bg-transparent text-16"
      />
      <Kbd>Esc</Kbd>
      <DialogClose asChild>
        <IconButton label={t("frame:close")} className="md:hidden">
          <X size={16} aria-hidden />
        </IconButton>
      </DialogClose>
    </div>
  );
}
