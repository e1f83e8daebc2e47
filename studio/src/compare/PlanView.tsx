import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useAccount } from "../app/account";
import { useFeed } from "../feed/FeedProvider";
import { EarlierGroups } from "../groups/EarlierGroups";
import { ModelPicker } from "../groups/ModelPicker";
import { nameFrom } from "../groups/nameFrom";
import { ProblemNote } from "../groups/ProblemNote";
import { SpendButton } from "../groups/SpendButton";
import type { Group } from "../groups/types";
import { useQuotes } from "../groups/useQuotes";
import { CostRows } from "./CostRows";
import { fewest, fitted, most } from "./plan";
import { PlanColumn } from "./PlanColumn";
import { PlanSettings } from "./PlanSettings";
import { usePlan } from "./usePlan";
import { useRun } from "./useRun";

/** One prompt on two to four models: what each costs, takes and will ignore, before anything runs. */
export function PlanView({ from }: { from?: Group }) {
  const { t } = useTranslation("compare");
  const { available } = useAccount();
  const { online } = useFeed();
  const [, navigate] = useLocation();
  const { plan, models, chosen, requests, setPrompt, add, remove, set, setOwn } = usePlan(from);
  const [picking, setPicking] = useState(false);
  const run = useRun((id) => navigate(`/compare/${id}`));

  const prompt = plan.prompt.trim();
  // A price does not hang on the words; without any, the request would be refused.
  const asked = useQuotes(requests.map((request) => ({ ...request, prompt: prompt === "" ? "…" : prompt })));
  const { quotes } = asked;
  const faulty = quotes?.items.some(({ errors }) => errors !== undefined) ?? false;
  const reason = !online
    ? t("blocked.offline")
    : chosen.length < fewest
      ? t("blocked.few")
      : prompt === ""
        ? t("blocked.prompt")
        : faulty
          ? t("blocked.faults")
          : (quotes?.lacking ?? 0) > 0
            ? t("blocked.credits")
            : undefined;

  const button = (className: string) => (
    <SpendButton
      label={t("run", { count: chosen.length })}
      credits={quotes?.credits ?? null}
      pricing={asked.pending}
      busy={run.isPending}
      disabled={reason !== undefined}
      reason={reason}
      className={className}
      onPress={() => quotes && run.mutate({ name: nameFrom(prompt), requests, credits: quotes.credits })}
    />
  );

  return (
    <>
      <div className="mb-5 flex items-start gap-5">
        <div className="min-w-0 flex-1">
          <textarea
            data-testid="compare-prompt"
            aria-label={t("prompt")}
            placeholder={t("placeholder")}
            rows={2}
            value={plan.prompt}
            onChange={(event) => setPrompt(event.target.value)}
            className="quiet-focus field-grow block max-h-[40vh] min-h-15 w-full max-w-220 resize-none bg-transparent text-20 leading-[1.4] tracking-[-.015em]"
          />
          <PlanSettings models={chosen} settings={plan.settings} onSet={set} />
        </div>
        <div className="text-right max-md:hidden">
          {button("")}
          {reason !== undefined && <p className="mt-2 text-12 text-ink-3">{reason}</p>}
        </div>
      </div>
      <ProblemNote error={run.error} onDismiss={run.reset} />
      <ProblemNote error={asked.error} />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(260px,1fr))] gap-4 max-md:grid-cols-1 max-md:gap-3">
        {chosen.map((model, index) => (
          <PlanColumn
            key={model.id}
            model={model}
            notes={fitted(model, plan.settings).notes}
            item={quotes?.items[index]}
            own={plan.own[model.id] ?? {}}
            onOwn={(role, value) => setOwn(model.id, role, value)}
            onRemove={() => remove(model.id)}
          />
        ))}
      </div>
      {chosen.length < most && (
        <button
          type="button"
          data-testid="add-model"
          onClick={() => setPicking(true)}
          className="mt-4 flex h-14 w-full items-center justify-center gap-2 rounded-lg border-[1.5px] border-dashed border-line-strong font-medium text-ink-2 transition hover:border-mark hover:text-ink-1"
        >
          <Plus size={18} aria-hidden />
          {t("addModel", { count: most })}
        </button>
      )}
      <CostRows models={chosen} quotes={quotes} available={available} />
      <div className="mt-3.5 md:hidden">
        {button("w-full")}
        {reason !== undefined && <p className="mt-2 text-center text-12 text-ink-3">{reason}</p>}
      </div>
      <EarlierGroups kind="compare" />
      <ModelPicker
        open={picking}
        onOpenChange={setPicking}
        models={models}
        chosen={plan.models}
        onPick={({ id }) => add(id)}
      />
    </>
  );
}
