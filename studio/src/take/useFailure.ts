import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { useDraft } from "../draft/DraftProvider";

const told = [
  "moderated",
  "provider_refused",
  "provider_failed",
  "provider_unreachable",
  "outcome_unknown",
  "deadline",
] as const;
const quoted = new Set(["moderated", "provider_refused", "provider_failed"]);

export interface Failure {
  readonly title: string;
  /** The provider's own words. */
  readonly quote: string | null;
  /** What it means, in our words. */
  readonly message: string | null;
  readonly fix: string;
}

/** A failure as people read it. */
export function useFailure({ failure, model }: Generation): Failure {
  const { t } = useTranslation("take");
  const { models } = useDraft();
  const vendor = models.find(({ id }) => id === model.id)?.vendor ?? model.name;
  const known = told.find((code) => code === failure?.code);
  const words = failure?.message ?? null;
  const isQuote = failure !== undefined && quoted.has(failure.code);
  return {
    title: known === undefined ? t("failures.other") : t(`failures.${known}`, { who: vendor }),
    quote: isQuote ? words : null,
    message: failure?.meaning ?? (isQuote ? null : words),
    fix: failure?.fix ?? t("fix"),
  };
}
