import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { sampleModels } from "../create/sampleModels";
import { emptyDraft } from "../draft/draft";
import { useDraft } from "../draft/DraftProvider";
import { quoteRequestOf, requestOf } from "../draft/request";
import { useQuote } from "../draft/useQuote";
import { useFeed } from "../feed/FeedProvider";
import { newKey } from "../feed/outbox";

const mode = "text-to-video";

/** A priced sample on a model that is quick, and what becomes of it once it is sent. */
export function useSample() {
  const { t } = useTranslation("create");
  const { models } = useDraft();
  const { online, send, origins, takes, onRefused } = useFeed();
  const [key, setKey] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const model = useMemo(
    () =>
      sampleModels(
        models.toSorted((a, b) => a.typicalSeconds - b.typicalSeconds),
        1,
      )[0],
    [models],
  );
  const prompt = t("empty.aurora");
  const draft = { ...emptyDraft, model: model?.id ?? null, mode, prompt, settings: { aspectRatio: "16:9" } };
  const { quote } = useQuote(model === undefined ? null : JSON.stringify(quoteRequestOf(model, draft)), online);
  const take = takes.find(({ id }) => key !== null && origins.get(id) === key);

  useEffect(
    () =>
      onRefused((entry, error) => {
        if (entry.key === key) {
          setKey(null);
          setRefusal(error.message);
        }
      }),
    [onRefused, key],
  );

  function make(): void {
    if (model !== undefined && quote !== undefined) {
      const fresh = newKey();
      setRefusal(null);
      setKey(fresh);
      send({ key: fresh, request: requestOf(model, draft), credits: quote.credits, at: Date.now() });
    }
  }
  return { model, prompt, quote, take, sending: key !== null && take === undefined, refusal, make };
}
