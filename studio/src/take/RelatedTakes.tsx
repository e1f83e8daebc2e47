import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Generation } from "../api/types";
import { libraryKey } from "../library/cache";
import { TilePicture } from "../library/TilePicture";
import { count } from "../ui/format";
import { Swatch } from "../ui/Swatch";
import { fetchSamePrompt } from "./calls";
import { MadeFromIt } from "./MadeFromIt";

const most = 5;

/** The other takes of the same words, and what was made of this one. */
export function RelatedTakes({ take }: { take: Generation }) {
  const { t } = useTranslation("take");
  const prompt = take.input.prompt ?? "";
  const { data: same = [] } = useQuery({
    queryKey: ["samePrompt", prompt, take.status, libraryKey],
    queryFn: ({ signal }) => fetchSamePrompt(prompt, signal),
    enabled: prompt !== "",
  });
  return (
    <div className="mt-auto pt-4.5 max-md:px-4">
      <MadeFromIt take={take} />
      {same.length > 1 && (
        <section aria-labelledby="same-prompt" className="max-md:hidden">
          <div className="mb-2.5 flex items-center gap-2">
            <h2 id="same-prompt" className="font-semibold">
              {t("samePrompt")}
            </h2>
            <span className="text-ink-3 tabular-nums">{t("takes", { count: same.length })}</span>
          </div>
          <ul className="grid grid-cols-5 gap-2.5">
            {same.slice(0, most).map((other) => (
              <li key={other.id} className="min-w-0 text-12 text-ink-2">
                <Link
                  href={`/takes/${other.id}`}
                  aria-current={other.id === take.id ? "page" : undefined}
                  className="block hover:text-ink-1"
                >
                  <span
                    className={`relative mb-2 block h-20.5 overflow-hidden rounded-sm bg-surface-1 ${other.id === take.id ? "shadow-[0_0_0_2px_var(--bg),0_0_0_4px_var(--mark)]" : ""}`}
                  >
                    <TilePicture take={other} playing={false} alt="" small />
                  </span>
                  <span className="flex items-center gap-2">
                    <Swatch gradient={other.model.gradient} />
                    <span className="min-w-0 flex-1 truncate">{other.model.name}</span>
                    <span className="whitespace-nowrap text-ink-3 tabular-nums">
                      {other.id === take.id
                        ? t("thisTake")
                        : other.charge.captured > 0
                          ? t("cr", { shown: count(other.charge.captured) })
                          : t(`states.${other.status}`)}
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
