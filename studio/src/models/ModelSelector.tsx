import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { modeLabel } from "../i18n/names";
import { useDraft } from "../draft/DraftProvider";
import { recentModels } from "../draft/recent";
import { Dialog } from "../ui/Dialog";
import { useLatest } from "../ui/latest";
import { KeyHints } from "./KeyHints";
import { ModelCard } from "./ModelCard";
import { ModelDetail } from "./ModelDetail";
import { ModelFilters } from "./ModelFilters";
import { ModelSearch } from "./ModelSearch";
import { RecentModels } from "./RecentModels";
import { noFilter, searchModels } from "./search";
import { useFavoriteModels } from "./useFavoriteModels";
import { useModelKeys } from "./useModelKeys";
import { usePointed } from "./usePointed";

interface ModelSelectorProps {
  open: boolean;
  onOpenChange(open: boolean): void;
}

export default function ModelSelector({ open, onOpenChange }: ModelSelectorProps) {
  const { t } = useTranslation("models");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      className="h-[min(800px,calc(100dvh-64px))] max-md:h-[calc(100dvh-28px)] md:w-[min(1240px,calc(100vw-64px))]"
    >
      <SelectorBody onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

/** Focus stays in the search field: typing searches, arrows move, Enter uses. */
function SelectorBody({ onDone }: { onDone(): void }) {
  const { t } = useTranslation("models");
  const { models, model, pickModel } = useDraft();
  const [filter, setFilter] = useState(noFilter);
  const [markedId, setMarkedId] = useState(model.id);
  const [recent] = useState(recentModels);
  const favorites = useFavoriteModels();

  const found = useMemo(() => searchModels(models, filter, modeLabel), [models, filter]);
  const marked = found.find((each) => each.id === markedId) ?? found[0];

  function mark(id: string): void {
    setMarkedId(id);
    document.querySelector(`#${CSS.escape(`model-${id}`)}`)?.scrollIntoView({ block: "nearest" });
  }
  const latest = useLatest((id: string | undefined) => {
    if (models.find((each) => each.id === id)?.available === true && id !== undefined) {
      pickModel(id);
      onDone();
    } else if (id !== undefined) {
      setMarkedId(id);
    }
  });
  const use = useCallback((id: string | undefined) => latest.current(id), [latest]);
  const { grid, search, onKeyDown } = useModelKeys({
    found,
    marked,
    onMark: mark,
    onUse: use,
    onFavor: favorites.favor,
  });
  const pointed = usePointed(setMarkedId);

  return (
    <div role="presentation" className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <ModelSearch ref={search} filter={filter} total={models.length} active={marked?.id} onFilter={setFilter} />
      <ModelFilters models={models} filter={filter} onFilter={setFilter} />
      <div className="grid min-h-0 flex-1 grid-cols-[1fr_332px] max-md:grid-cols-1">
        <div className="overflow-auto px-5 pt-1 pb-6 [scrollbar-width:thin] max-md:px-4">
          <RecentModels models={models} recent={recent} favorites={favorites.ids} onUse={use} />
          <p className="mt-1.5 mb-2.5 flex items-center gap-2 text-12 font-medium text-ink-3">
            {t("allModels")}
            <span className="tabular-nums" aria-live="polite">
              {found.length}
            </span>
            <span role="alert" className="text-bad">
              {favorites.failed && t("favoriteFailed")}
            </span>
          </p>
          {found.length === 0 && <p className="py-8 text-center text-ink-2">{t("none")}</p>}
          <div
            ref={grid}
            id="model-list"
            role="listbox"
            aria-label={t("title")}
            className="grid grid-cols-3 gap-3 max-xl:grid-cols-2 max-md:gap-2.5"
            {...pointed}
          >
            {found.map((each) => (
              <ModelCard
                key={each.id}
                model={each}
                selected={each.id === marked?.id}
                favorite={favorites.ids.includes(each.id)}
                onUse={use}
                onFavor={favorites.favor}
              />
            ))}
          </div>
        </div>
        {marked !== undefined && (
          <ModelDetail
            model={marked}
            favorite={favorites.ids.includes(marked.id)}
            onUse={() => use(marked.id)}
            onFavor={() => favorites.favor(marked.id)}
          />
        )}
      </div>
      <KeyHints />
    </div>
  );
}
