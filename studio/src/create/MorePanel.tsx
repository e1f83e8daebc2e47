import type { ReactNode } from "react";
import type { FieldProblem } from "../api/types";
import { controlOf, valueOf } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { cx } from "../ui/cx";
import { composerWords } from "../words/composer";
import { SeedField } from "./SeedField";

export const moreRoles = ["negativePrompt", "seed", "watermark"] as const;

const field =
  "w-full rounded-sm border border-transparent bg-surface-2 px-3 transition hover:border-line-strong focus:border-accent-line max-md:text-16";

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id} className="mb-2 block font-medium text-ink-2">
        {label}
      </label>
      {children}
    </div>
  );
}

/** The settings that are seldom touched; it pushes the composer up. */
export function MorePanel({ faults }: { faults: readonly FieldProblem[] }) {
  const { mode, draft, set } = useDraft();
  const negative = controlOf(mode, "negativePrompt");
  const seed = controlOf(mode, "seed");
  const watermark = controlOf(mode, "watermark");
  const bad = (role: string) => faults.some((fault) => fault.field === role);
  const typed = (control: NonNullable<typeof seed>) => String(valueOf(control, draft) ?? "");
  return (
    <div
      id="composer-more"
      className="mx-4.5 mt-1 grid auto-cols-fr grid-flow-col gap-5.5 border-t border-line pt-4 pb-2 max-md:max-h-[38vh] max-md:grid-flow-row max-md:gap-3.5 max-md:overflow-auto"
    >
      {negative !== undefined && (
        <Labelled id="negative-prompt" label={composerWords.more.negativePrompt}>
          <textarea
            id="negative-prompt"
            aria-invalid={bad("negativePrompt")}
            placeholder={composerWords.more.negativePlaceholder}
            maxLength={negative.maxLength ?? undefined}
            value={typed(negative)}
            onChange={(event) => set("negativePrompt", event.target.value || undefined)}
            className={cx(field, "h-15 resize-none py-2 leading-[1.45]")}
          />
        </Labelled>
      )}
      {seed !== undefined && (
        <Labelled id="seed" label={composerWords.more.seed}>
          <SeedField control={seed} className={cx(field, "h-(--h-md)")} invalid={bad("seed")} />
        </Labelled>
      )}
      {watermark !== undefined && (
        <Labelled id="watermark" label={composerWords.more.watermark}>
          <input
            id="watermark"
            aria-invalid={bad("watermark")}
            placeholder={composerWords.more.watermarkPlaceholder}
            maxLength={watermark.maxLength ?? undefined}
            value={typed(watermark)}
            onChange={(event) => set("watermark", event.target.value || undefined)}
            className={cx(field, "h-(--h-md)")}
          />
        </Labelled>
      )}
    </div>
  );
}
