import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { modeLabel } from "../i18n/names";
import { useDraft } from "../draft/DraftProvider";
import { recentModels } from "../draft/recent";
import { Dialog } from "../ui/Dialog";
import { useLatest } from "../ui/latest";
import { Kbd } from "../ui/Kbd";
import { ModelCard } from "./ModelCard";
import { ModelDetail } from "./ModelDetail";
import { ModelFilters } from "./ModelFilters";
import { ModelSearch } from "./ModelSearch";
import { RecentModels } from "./RecentModels";
import { noFilter, searchModels } from "./search";

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
  const grid = useRef<HTMLDivElement>(null);

  const found = useMemo(() => searchModels(models, filter, modeLabel), [models, filter]);
  const marked = found.find((each) => each.id === markedId) ?? found[0];

  const mark = useCallback((id: string) => {
    setMarkedId(id);
    document.querySelector(`#${CSS.escape(`model-${id}`)}`)?.scrollIntoView({ block: "nearest" });
  }, []);

  const latest = useLatest((id: string | undefined) => {
    if (models.find((each) => each.id === id)?.available === true && id !== undefined) {
      pickModel(id);
      onDone();
    }
  });
  const choose = useCallback((id: string | undefined) => latest.current(id), [latest]);

  function onKeyDown(event: React.KeyboardEvent): void {
    const columns = grid.current === null ? 1 : getComputedStyle(grid.current).gridTemplateColumns.split(" ").length;
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns };
    const step = steps[event.key];
    const inText = event.target instanceof HTMLInputElement && event.target.value !== "";
    if (step !== undefined && !(inText && Math.abs(step) === 1 && columns > 1)) {
      const index = found.findIndex((each) => each.id === marked?.id);
      const next = found[Math.min(found.length - 1, Math.max(0, index + step))];
      if (next !== undefined) {
        event.preventDefault();
        mark(next.id);
      }
    } else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      choose(marked?.id);
    }
  }

  return (
    <div role="presentation" className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <ModelSearch filter={filter} total={models.length} active={marked?.id} onFilter={setFilter} />
      <ModelFilters models={models} filter={filter} onFilter={setFilter} />
      <div className="grid min-h-0 flex-1 grid-cols-[1fr_332px] max-md:grid-cols-1">
        <div className="overflow-auto px-5 pt-1 pb-6 [scrollbar-width:thin] max-md:px-4">
          <RecentModels models={models} ids={recent} onUse={choose} />
          <p className="mt-1.5 mb-2.5 flex items-center gap-2 text-12 font-medium text-ink-3">
            {t("allModels")}
            <span className="tabular-nums" aria-live="polite">
              {found.length}
            </span>
          </p>
          {found.length === 0 && <p className="py-8 text-center text-ink-2">{t("none")}</p>}
          <div
            ref={grid}
            id="model-list"
            role="listbox"
            aria-label={t("title")}
            className="grid grid-cols-3 gap-3 max-xl:grid-cols-2 max-md:gap-2.5"
          >
            {found.map((each) => (
              <ModelCard key={each.id} model={each} selected={each.id === marked?.id} onMark={mark} onUse={choose} />
            ))}
          </div>
        </div>
        {marked !== undefined && <ModelDetail model={marked} onUse={() => choose(marked.id)} />}
      </div>
      <footer className="flex h-11.5 shrink-0 items-center gap-4.5 border-t border-line px-5 text-12 text-ink-3 max-md:hidden">
        <span className="flex items-center gap-1.5">
          <Kbd>↑↓←→</Kbd>
          {t("keys.move")}
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd>↵</Kbd>
          {t("keys.use")}
        </span>
        <span className="flex items-center gap-1.5">
          <Kbd>Tab</Kbd>
          {t("keys.filters")}
        </span>
      </footer>
    </div>
  );
}
