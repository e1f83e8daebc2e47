import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { fixKey, isQuote, reasonKey, titleKey } from "../feed/failure";

export interface Failure {
  readonly who: string;
  readonly title: string;
  /** The provider's own words. */
  readonly quote: string | null;
  /** What it means, in our words. */
  readonly message: string | null;
  readonly fix: string;
}

/** A failure as people read it. */
export function useFailure({ failure, model }: Generation): Failure {
  const { t } = useTranslation("takes");
  const { models } = useDraft();
  const who = models.find(({ id }) => id === model.id)?.vendor ?? model.name;
  const words = failure?.message ?? null;
  const reason = reasonKey(failure?.code);
  const quoted = failure !== undefined && isQuote(failure.code);
  return {
    who,
    title: t(titleKey(failure?.code), { who }),
    quote: quoted ? words : null,
    message: failure?.meaning ?? (quoted ? null : reason === undefined ? words : t(reason)),
    fix: failure?.fix ?? t(fixKey(failure?.code)),
  };
}
