import { useTranslation } from "react-i18next";
import { Chip } from "../../ui/Chip";
import { count } from "../../ui/format";
import { SearchField } from "../../ui/SearchField";
import type { HealthRow, Standing } from "./standing";
import { StandingDot } from "./StandingDot";

interface HealthFiltersProps {
  rows: readonly HealthRow[];
  standing: Standing | null;
  search: string;
  onStanding(standing: Standing | null): void;
  onSearch(search: string): void;
}

const standings = ["works", "degraded", "down", "unknown"] as const;

export function HealthFilters({ rows, standing, search, onStanding, onSearch }: HealthFiltersProps) {
  const { t } = useTranslation("adminHealth");
  const of = (one: Standing) => rows.filter((row) => row.standing === one).length;
  return (
    <div className="mb-4.5 flex flex-wrap items-center gap-2">
      <div className="flex min-w-0 gap-2 max-md:-mx-4 max-md:scrollbar-none max-md:overflow-x-auto max-md:px-4 max-md:py-1">
        <Chip pressed={standing === null} figure={count(rows.length)} onClick={() => onStanding(null)}>
          {t("all")}
        </Chip>
        {standings
          .filter((one) => one !== "unknown" || of(one) > 0)
          .map((one) => (
            <Chip
              key={one}
              pressed={standing === one}
              figure={count(of(one))}
              icon={<StandingDot standing={one} />}
              onClick={() => onStanding(standing === one ? null : one)}
            >
              {t(`standing.${one}`)}
            </Chip>
          ))}
      </div>
      <SearchField
        label={t("find")}
        value={search}
        onChange={onSearch}
        className="ml-auto w-60 max-md:ml-0 max-md:w-full"
      />
    </div>
  );
}
