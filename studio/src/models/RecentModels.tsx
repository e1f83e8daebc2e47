import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import { Swatch } from "../ui/Swatch";

interface RecentModelsProps {
  models: readonly Model[];
  ids: readonly string[];
  onUse(id: string): void;
}

export function RecentModels({ models, ids, onUse }: RecentModelsProps) {
  const { t } = useTranslation("models");
  const recent = ids.flatMap((id) => models.find((model) => model.id === id && model.available) ?? []);
  if (recent.length < 2) {
    return null;
  }
  return (
    <>
      <p className="mt-1.5 mb-2.5 text-12 font-medium text-ink-3">{t("recent")}</p>
      <div className="mb-4.5 flex flex-wrap gap-2 max-md:scrollbar-none max-md:-mx-4 max-md:flex-nowrap max-md:overflow-x-auto max-md:px-4">
        {recent.map((model) => (
          <button
            key={model.id}
            type="button"
            onClick={() => onUse(model.id)}
            className="flex shrink-0 items-center gap-2 rounded-md bg-surface-2 py-[7px] pr-3 pl-2 font-medium transition hover:bg-surface-3"
          >
            <Swatch gradient={model.gradient} large />
            {model.name}
          </button>
        ))}
      </div>
    </>
  );
}
