import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { count } from "../../ui/format";
import { Loaded } from "../../ui/Loaded";
import { fetchStuck, stuckKey } from "./calls";
import { byStep, steps } from "./queue";

/** How many takes of all accounts are under way, by their step. */
export function Queue() {
  const { t } = useTranslation("adminInsight");
  const queue = useQuery({
    queryKey: [...stuckKey, "all"],
    queryFn: ({ signal }) => fetchStuck(0, "", signal),
    refetchInterval: 5_000,
  });
  return (
    <Loaded query={queue}>
      {({ items, next }) => {
        const figures = byStep(items);
        return (
          <section aria-label={t("queue.title")}>
            <dl className="grid grid-cols-4 rounded-lg bg-surface-1 max-md:grid-cols-2">
              {steps.map((step) => (
                <div
                  key={step}
                  className="border-l border-line px-5 py-4 first:border-0 max-md:border-0 max-md:px-4 max-md:py-3"
                >
                  <dt className="text-12 text-ink-3">{t(`step.${step}`)}</dt>
                  <dd className="mt-0.5 text-26 leading-tight font-semibold tracking-[-.02em] tabular-nums max-md:text-20">
                    {count(figures[step])}
                  </dd>
                </div>
              ))}
            </dl>
            {next != null && <p className="mt-2 text-12 text-ink-3">{t("queue.oldest", { n: count(items.length) })}</p>}
          </section>
        );
      }}
    </Loaded>
  );
}
