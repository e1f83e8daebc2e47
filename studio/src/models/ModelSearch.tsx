import { Search, X } from "lucide-react";
import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/cx";
import { DialogClose } from "../ui/Dialog";
import { IconButton } from "../ui/IconButton";
import { useKeys } from "../ui/shortcuts";
import { type ModelFilter, sorts } from "./search";

interface ModelSearchProps {
  ref: RefObject<HTMLInputElement | null>;
  filter: ModelFilter;
  total: number;
  /** Id of the marked model: the field stays focused while the mark moves. */
  active: string | undefined;
  onFilter(filter: ModelFilter): void;
}

export function ModelSearch({ ref, filter, total, active, onFilter }: ModelSearchProps) {
  const { t } = useTranslation(["models", "frame"]);
  useKeys(() => ({ "/": () => ref.current?.focus() }), { inDialog: true });
  return (
    <div className="flex h-15 shrink-0 items-center gap-3 border-b border-line px-5 max-md:h-14 max-md:px-4">
      <Search size={20} aria-hidden />
      <input
        ref={ref}
        data-first
        data-testid="model-search"
        role="combobox"
        aria-expanded
        aria-controls="model-list"
        aria-activedescendant={active === undefined ? undefined : `model-${active}`}
        aria-label={t("searchName")}
        placeholder={t("search", { count: total })}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        className="quiet-focus h-full min-w-0 flex-1 bg-transparent text-16"
      />
      <span className="text-ink-3 max-md:hidden">{t("sort")}</span>
      <div
        role="group"
        aria-label={t("sort")}
        className="inline-flex gap-px rounded-md bg-surface-2 p-[3px] max-md:hidden"
      >
        {sorts.map((sort) => (
          <button
            key={sort}
            type="button"
            data-testid="model-sort"
            data-value={sort}
            aria-pressed={filter.sort === sort}
            onClick={() => onFilter({ ...filter, sort })}
            className={cx(
              "h-7 rounded-sm px-2.75 font-medium transition",
              filter.sort === sort
                ? "bg-surface-4 text-ink-1 shadow-1 light:bg-surface-1"
                : "text-ink-2 hover:text-ink-1",
            )}
          >
            {t(`sorts.${sort}`)}
          </button>
        ))}
      </div>
      <DialogClose asChild>
        <IconButton label={t("frame:close")}>
          <X size={16} aria-hidden />
        </IconButton>
      </DialogClose>
    </div>
  );
}
