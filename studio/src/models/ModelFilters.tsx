import { Volume2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { categoryLabel, modeLabel } from "../i18n/names";
import type { Model } from "../api/types";
import { cx } from "../ui/cx";

import { ModeIcon } from "./ModeIcon";
import { categoriesOf, type ModelFilter } from "./search";

interface ChipProps {
  on: boolean;
  small?: boolean;
  onClick(): void;
  children: ReactNode;
}

function Chip({ on, small = false, onClick, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onClick}
      className={cx(
        "group/chip inline-flex shrink-0 items-center gap-1.5 rounded-full border font-medium whitespace-nowrap transition",
        small ? "h-7 px-2.5 text-12 max-md:h-9" : "h-8 px-3 max-md:h-10",
        on ? "border-transparent bg-ink-1 text-bg" : "border-line text-ink-2 hover:border-line-strong hover:text-ink-1",
      )}
    >
      {children}
    </button>
  );
}

const Count = ({ n }: { n: number }) => (
  <span className="text-11 text-ink-3 tabular-nums group-aria-pressed/chip:text-inherit">{n}</span>
);

const row = "scrollbar-none flex items-center gap-1.5 overflow-x-auto px-5 max-md:px-4";

interface ModelFiltersProps {
  models: readonly Model[];
  filter: ModelFilter;
  onFilter(filter: ModelFilter): void;
}

export function ModelFilters({ models, filter, onFilter }: ModelFiltersProps) {
  const { t } = useTranslation("models");
  const modes = [...new Set(models.flatMap((model) => model.modes.map(({ mode }) => mode)))];
  const pick = (category: string) => onFilter({ ...filter, category: filter.category === category ? null : category });
  const having = (mode: string) => models.filter((model) => model.modes.some((each) => each.mode === mode)).length;
  return (
    <div className="flex shrink-0 flex-col gap-2 py-3 max-md:py-2.5">
      <div role="group" aria-label={t("filters")} className={row}>
        <Chip on={filter.mode === null} onClick={() => onFilter({ ...filter, mode: null })}>
          {t("all")}
          <Count n={models.length} />
        </Chip>
        {modes.map((mode) => (
          <Chip key={mode} on={filter.mode === mode} onClick={() => onFilter({ ...filter, mode })}>
            <ModeIcon mode={mode} />
            {modeLabel(mode)}
            <Count n={having(mode)} />
          </Chip>
        ))}
        <span className="mx-1 h-5 w-px shrink-0 bg-line-strong" />
        <Chip on={filter.sound} onClick={() => onFilter({ ...filter, sound: !filter.sound })}>
          <Volume2 size={14} aria-hidden />
          {t("sound")}
        </Chip>
        <Chip on={filter.fullHd} onClick={() => onFilter({ ...filter, fullHd: !filter.fullHd })}>
          {t("fullHd")}
        </Chip>
      </div>
      <div role="group" aria-label={t("categories")} className={row}>
        {categoriesOf(models).map(({ category, count }) => (
          <Chip key={category} small on={filter.category === category} onClick={() => pick(category)}>
            {categoryLabel(category)}
            <Count n={count} />
          </Chip>
        ))}
      </div>
    </div>
  );
}
