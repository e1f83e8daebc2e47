import { Star } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import { Swatch } from "../ui/Swatch";

interface RecentModelsProps {
  models: readonly Model[];
  recent: readonly string[];
  favorites: readonly string[];
  onUse(id: string): void;
}

const fewest = 2;

/** The favourites, and then what was used lately: one click uses them. */
export function RecentModels({ models, recent, favorites, onUse }: RecentModelsProps) {
  const { t } = useTranslation("models");
  const ids = [...new Set([...favorites, ...recent])];
  const shown = ids.flatMap((id) => models.find((model) => model.id === id && model.available) ?? []);
  if (favorites.length === 0 && shown.length < fewest) {
    return null;
  }
  return (
    <>
      <p className="mt-1.5 mb-2.5 text-12 font-medium text-ink-3">{t("recent")}</p>
      <div
        role="group"
        aria-label={t("recent")}
        className="mb-4.5 flex flex-wrap gap-2 max-md:scrollbar-none max-md:-mx-4 max-md:flex-nowrap max-md:overflow-x-auto max-md:px-4"
      >
        {shown.map((model) => (
          <button
            key={model.id}
            type="button"
            data-testid="recent-model"
            data-model={model.id}
            onClick={() => onUse(model.id)}
            className="flex shrink-0 items-center gap-2 rounded-md bg-surface-2 py-[7px] pr-3 pl-2 font-medium transition hover:bg-surface-3 max-md:min-h-11"
          >
            <Swatch gradient={model.gradient} large />
            {model.name}
            {favorites.includes(model.id) && (
              <Star size={14} fill="currentColor" className="text-accent-text" aria-label={t("favorite")} />
            )}
          </button>
        ))}
      </div>
    </>
  );
}
