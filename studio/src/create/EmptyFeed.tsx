import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import { Sample } from "./Sample";
import { sampleModels } from "./sampleModels";

const samples = [
  { key: "aurora", picture: "/images/aurora.webp" },
  { key: "road", picture: "/images/road.webp" },
  { key: "forest", picture: "/images/forest.webp" },
] as const;

/** The first visit: three priced takes to start from. */
export function EmptyFeed({ models }: { models: readonly Model[] }) {
  const { t } = useTranslation("create");
  const picks = useMemo(() => sampleModels(models, samples.length), [models]);
  return (
    <section className="flex flex-col items-center pt-14 pb-80 text-center max-md:pt-4">
      <h2 className="max-w-[16em] text-44 leading-[1.08] font-semibold tracking-display max-md:text-[30px]">
        {t("empty.title")}
      </h2>
      <p className="mt-4 max-w-160 text-16 text-ink-2">{t("empty.lead")}</p>
      <ul className="mt-10 grid w-full max-w-270 grid-cols-3 gap-4 text-left max-md:mt-5.5 max-md:grid-cols-1 max-md:gap-2.5">
        {samples.map(({ key, picture }, index) => {
          const model = picks[index];
          return model === undefined ? null : (
            <li key={key}>
              <Sample model={model} prompt={t(`empty.${key}`)} picture={picture} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
