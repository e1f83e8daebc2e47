import { useTranslation } from "react-i18next";
import type { Model } from "../api/types";
import { emptyDraft } from "../draft/draft";
import { useDraft } from "../draft/DraftProvider";
import { quoteRequestOf } from "../draft/request";
import { useQuote } from "../draft/useQuote";
import { useFeed } from "../feed/FeedProvider";
import { Swatch } from "../ui/Swatch";

/** One take to start from: a click puts it into the composer, where it can be changed before it costs anything. */
export function Sample({ model, prompt, picture }: { model: Model; prompt: string; picture: string }) {
  const { t } = useTranslation();
  const { update } = useDraft();
  const { online } = useFeed();
  const draft = { ...emptyDraft, model: model.id, mode: "text-to-video", prompt };
  const { quote } = useQuote(JSON.stringify(quoteRequestOf(model, draft)), online);
  return (
    <button
      type="button"
      data-testid="sample"
      data-model={model.id}
      onClick={() => update(draft)}
      className="block h-full w-full overflow-hidden rounded-lg bg-surface-1 text-left transition duration-(--d-2) hover:-translate-y-0.5 hover:bg-surface-2 max-md:grid max-md:grid-cols-[112px_1fr] light:shadow-2"
    >
      <img src={picture} alt="" className="aspect-2/1 w-full object-cover max-md:aspect-auto max-md:h-full" />
      <span className="block px-4 pt-3.5 pb-4 max-md:px-3.5 max-md:py-3">
        <span className="line-clamp-2 text-14 leading-[1.4]">{prompt}</span>
        <span className="mt-2.5 flex items-center gap-2 text-12 text-ink-3 tabular-nums">
          <Swatch gradient={model.gradient} />
          <span className="truncate text-ink-2">{model.name}</span>
          <span aria-hidden>·</span>
          <span>{quote === undefined ? "…" : t("cr", { count: quote.credits })}</span>
        </span>
      </span>
    </button>
  );
}
