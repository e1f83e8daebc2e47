import { Pencil } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useDraft } from "../draft/DraftProvider";
import { useFeed } from "../feed/FeedProvider";
import { isOpen, isUnderWay, modelNamed, takeOf } from "../groups/items";
import { ProblemNote } from "../groups/ProblemNote";
import { SpendButton } from "../groups/SpendButton";
import { Tally } from "../groups/Tally";
import type { Group } from "../groups/types";
import { useGenerate } from "../groups/useGenerate";
import { useQuotes } from "../groups/useQuotes";
import { Readings } from "./Readings";
import { ResultColumn } from "./ResultColumn";
import { Transport } from "./Transport";
import { useLinked } from "./useLinked";

const columns: Record<number, string> = { 2: "xl:grid-cols-2", 3: "xl:grid-cols-3", 4: "xl:grid-cols-4" };

/** A comparison that was run: its takes beside each other, played as one. */
export function ResultView({ group }: { group: Group }) {
  const { t } = useTranslation("compare");
  const { models } = useDraft();
  const { online } = useFeed();
  const linked = useLinked();
  const generate = useGenerate(group.id);
  const { items } = group;
  const { quotes, pending } = useQuotes(items.map(({ request }) => request));
  const done = items.flatMap((item) => {
    const take = takeOf(item);
    return take?.status === "succeeded" ? [take] : [];
  });
  const fresh = items.every(isOpen) && items.every(({ takes }) => takes.length === 0);
  const faulty = quotes?.items.some(({ errors }) => errors !== undefined) ?? false;
  const off = !online || faulty || (quotes?.lacking ?? 0) > 0 || items.some(isUnderWay);
  const run = () => quotes && generate.mutate({ items: items.map(({ id }) => id), maxCredits: quotes.credits });

  return (
    <div className="max-md:pb-24">
      <div className="mb-5 flex items-start gap-5 max-md:flex-col max-md:gap-3">
        <div className="min-w-0 flex-1">
          <p className="max-w-220 text-20 leading-[1.4] tracking-[-.015em] break-words">{items[0]?.request.prompt}</p>
          <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
            <Tally progress={group.progress} />
            <Link
              href={`/compare?from=${group.id}`}
              className="inline-flex h-(--h-md) items-center gap-1.5 max-md:min-h-11 rounded-sm font-medium text-ink-2 transition hover:text-ink-1"
            >
              <Pencil size={15} aria-hidden />
              {t("change")}
            </Link>
          </div>
        </div>
        <SpendButton
          label={fresh ? t("run", { count: items.length }) : t("runAgain")}
          credits={quotes?.credits ?? null}
          pricing={pending}
          busy={generate.isPending}
          disabled={off}
          className="max-md:w-full"
          onPress={run}
        />
      </div>
      <ProblemNote error={generate.error} onDismiss={generate.reset} />
      <div
        className={`grid grid-cols-2 gap-4 max-md:grid-cols-1 max-md:gap-3 ${columns[items.length] ?? "xl:grid-cols-4"}`}
      >
        {items.map((item) => (
          <ResultColumn
            key={item.id}
            item={item}
            model={modelNamed(models, item.request.model)}
            linked={linked}
            busy={generate.isPending}
            onAgain={() => generate.mutate({ items: [item.id] })}
          />
        ))}
      </div>
      {done.length > 0 && (
        <>
          <Transport linked={linked} />
          <Readings takes={done} />
        </>
      )}
    </div>
  );
}
