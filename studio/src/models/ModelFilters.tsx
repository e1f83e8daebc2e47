import { Activity, Volume2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { categoryLabel, modeLabel } from "../i18n/names";
import type { Model } from "../api/types";
import { Choose } from "../ui/Choose";
import { cx } from "../ui/cx";
import { ModeIcon } from "./ModeIcon";
import { categoriesOf, type ModelFilter, mostLinesOf, vendorsOf } from "./search";

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
        small ? "h-7 px-2.5 text-12 max-md:h-9" : "h-8 px-3 max-md:h-11",
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

/** The sizes that people ask for, by their lines. */
const sizes = [
  { lines: 720, name: "720p+" },
  { lines: 1080, name: "1080p+" },
  { lines: 2160, name: "4K" },
];

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
      </div>
      <div role="group" aria-label={t("abilities")} className={row}>
        <Chip small on={filter.sound} onClick={() => onFilter({ ...filter, sound: !filter.sound })}>
          <Volume2 size={14} aria-hidden />
          {t("sound")}
        </Chip>
        <Chip small on={filter.works} onClick={() => onFilter({ ...filter, works: !filter.works })}>
          <Activity size={14} aria-hidden />
          {t("worksToday")}
        </Chip>
        <span className="inline-flex shrink-0 gap-1.5">
          <Choose
            label={t("facts.size")}
            value={String(filter.lines)}
            options={[
              { value: "0", label: t("anySize") },
              ...sizes
                .filter(({ lines }) => models.some((model) => mostLinesOf(model) >= lines))
                .map(({ lines, name }) => ({ value: String(lines), label: name })),
            ]}
            onChoose={(lines) => onFilter({ ...filter, lines: Number(lines) })}
          />
          <Choose
            label={t("vendor")}
            value={filter.vendor ?? ""}
            options={[
              { value: "", label: t("anyVendor") },
              ...vendorsOf(models).map((vendor) => ({ value: vendor, label: vendor })),
            ]}
            onChoose={(vendor) => onFilter({ ...filter, vendor: vendor === "" ? null : vendor })}
          />
        </span>
        <span className="mx-1 h-5 w-px shrink-0 bg-line-strong" />
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
