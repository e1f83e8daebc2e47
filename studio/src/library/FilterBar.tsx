import { useQuery } from "@tanstack/react-query";
import { Grid2x2, List, Star, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useDraft } from "../draft/DraftProvider";
import { Chip } from "../ui/Chip";
import { tagsKey } from "./cache";
import { fetchTags } from "./calls";
import { ChoiceChip } from "./ChoiceChip";
import { DateChip } from "./DateChip";
import { everything, isNarrowed, type LibraryFilter } from "./filter";
import { OrderMenu } from "./OrderMenu";
import { useModeName } from "./useModeName";
import type { LibraryView } from "./useFilter";
import { ViewSwitch } from "./ViewSwitch";

const statuses = ["succeeded", "running", "queued", "failed", "canceled"] as const;

interface FilterBarProps {
  filter: LibraryFilter;
  view: LibraryView;
  onChange(part: Partial<LibraryFilter>): void;
  onView(view: LibraryView): void;
}

/** What the library shows, and how. On a phone it scrolls sideways. */
export function FilterBar({ filter, view, onChange, onView }: FilterBarProps) {
  const { t } = useTranslation("library");
  const { models } = useDraft();
  const modeName = useModeName();
  const { data: tags = [] } = useQuery({ queryKey: tagsKey, queryFn: ({ signal }) => fetchTags(signal) });
  const modes = [...new Set(models.flatMap((model) => model.modes.map(({ mode }) => mode)))];
  const all = !isNarrowed({ ...filter, q: "" });
  return (
    <div className="mb-4.5 flex items-center gap-3 max-md:-mx-4 max-md:mb-3.5">
      <div
        role="group"
        aria-label={t("filters")}
        className="scrollbar-none relative flex min-w-0 flex-1 items-center gap-2 overflow-x-auto p-1 max-md:px-4 md:-m-1"
      >
        <Chip
          pressed={all}
          onClick={() => onChange({ ...everything, q: filter.q, collection: filter.collection, order: filter.order })}
        >
          {t("all")}
        </Chip>
        <Chip
          pressed={filter.favorite}
          icon={<Star size={14} aria-hidden />}
          onClick={() => onChange({ favorite: !filter.favorite })}
        >
          {t("favorites")}
        </Chip>
        <ChoiceChip
          label={t("state")}
          any={t("anyState")}
          value={filter.status}
          options={statuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChoose={(status) => onChange({ status })}
        />
        <ChoiceChip
          label={t("columns.model")}
          any={t("anyModel")}
          value={filter.model}
          options={models.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(model) => onChange({ model })}
        />
        <ChoiceChip
          label={t("columns.mode")}
          any={t("anyMode")}
          value={filter.mode}
          options={modes.map((value) => ({ value, label: modeName(value) }))}
          onChoose={(mode) => onChange({ mode })}
        />
        {(tags.length > 0 || filter.tag !== "") && (
          <ChoiceChip
            label={t("tag")}
            any={t("anyTag")}
            value={filter.tag}
            options={tags.map(({ tag }) => ({ value: tag, label: tag }))}
            onChoose={(tag) => onChange({ tag })}
          />
        )}
        <DateChip from={filter.from} to={filter.to} onChange={onChange} />
        {filter.collection === "" && (
          <Chip
            pressed={filter.deleted}
            icon={<Trash2 size={14} aria-hidden />}
            onClick={() => onChange({ deleted: !filter.deleted })}
          >
            {t("bin")}
          </Chip>
        )}
      </div>
      {filter.order === "own" && <p className="shrink-0 text-12 text-ink-3 max-xl:hidden">{t("orderHint")}</p>}
      <OrderMenu filter={filter} onChoose={(order) => onChange({ order })} />
      <ViewSwitch
        label={t("view")}
        value={view}
        options={[
          { value: "grid", label: t("grid"), icon: Grid2x2 },
          { value: "list", label: t("list"), icon: List },
        ]}
        onChoose={onView}
      />
    </div>
  );
}
