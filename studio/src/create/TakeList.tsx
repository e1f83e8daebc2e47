import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Generation, ModelControl } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { modelsMaking } from "../draft/takes";
import { useFeed } from "../feed/FeedProvider";
import { Button } from "../ui/Button";
import { clock } from "../ui/format";

interface TakeListProps {
  takes: readonly Generation[];
  control: ModelControl;
  onChoose(id: string): void;
}

function noTakes(models: readonly string[], t: TFunction<["create", "takes"]>): string {
  const named = models.slice(0, 3).join(", ");
  return named === "" ? t("take.none") : t(models.length > 3 ? "take.noneOfMany" : "take.noneOf", { models: named });
}

/** The finished takes that fit, newest first, by their posters. */
export function TakeList({ takes, control, onChoose }: TakeListProps) {
  const { t } = useTranslation(["create", "takes"]);
  const { models } = useDraft();
  const { hasMore, loadMore } = useFeed();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  async function older(): Promise<void> {
    setBusy(true);
    setFailed(false);
    try {
      await loadMore();
    } catch {
      setFailed(true);
    }
    setBusy(false);
  }

  return (
    <>
      <p className="mb-2.5 text-12 font-medium text-ink-3">{t("take.choose")}</p>
      {takes.length === 0 && (
        <p className="pb-2 leading-[1.45] text-ink-2">{noTakes(modelsMaking(models, control), t)}</p>
      )}
      <ul className="grid grid-cols-3 gap-2 max-md:grid-cols-2">
        {takes.map(({ id, input, model, outputs }) => (
          <li key={id}>
            <button
              type="button"
              data-testid="take-choice"
              data-take={id}
              onClick={() => onChoose(id)}
              className="block w-full overflow-hidden rounded-md bg-surface-3 text-left transition hover:bg-surface-4"
            >
              <span className="relative block">
                <img
                  src={outputs[0]?.posterUrl ?? undefined}
                  alt=""
                  loading="lazy"
                  className="aspect-video w-full object-cover"
                />
                <span className="veil absolute right-1.5 bottom-1.5 rounded-xs px-1.5 py-0.5 text-11 font-medium tabular-nums">
                  {clock(outputs[0]?.durationSeconds ?? 0)}
                </span>
              </span>
              <span className="block px-2 py-1.5">
                <span className="block truncate text-12" title={input.prompt ?? undefined}>
                  {input.prompt ?? t("takes:noPrompt")}
                </span>
                <span className="block truncate text-11 text-ink-3">{model.name}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button kind="ghost" size="sm" busy={busy} onClick={() => void older()} className="mt-2">
          {t("takes:more")}
        </Button>
      )}
      {failed && (
        <p role="alert" className="mt-1 text-12 text-bad">
          {t("takes:moreFailed")}
        </p>
      )}
    </>
  );
}
