import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isOpen, isUnderWay, takeOf } from "../groups/items";
import { ModelButton } from "../groups/ModelButton";
import { SettingCapsules } from "../groups/SettingCapsules";
import type { GenerateGroup } from "../groups/types";
import type { GroupState } from "../groups/useGroup";
import { useQuotes } from "../groups/useQuotes";
import type { SettingValue } from "../draft/draft";
import { Button } from "../ui/Button";
import { count } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { ContinueRow } from "./ContinueRow";
import { FirstFrameRow } from "./FirstFrameRow";
import { ShotFailure } from "./ShotFailure";
import { ShotPrompt } from "./ShotPrompt";
import { ShotTakes } from "./ShotTakes";
import { shotMode, shotQuote, titleOf } from "./shots";
import type { Shot, Shots } from "./useShots";

interface ShotPanelProps {
  shot: Shot;
  before: Shot | undefined;
  shots: Shots;
  sending: boolean;
  change: GroupState["change"];
  onSend(body: GenerateGroup): void;
}

/** All of one shot: words, model, settings, what it begins with, its takes and its price. */
export function ShotPanel({ shot, before, shots, sending, change, onSend }: ShotPanelProps) {
  const { t } = useTranslation("storyboard");
  const { item, place, model, draft } = shot;
  const { quotes } = useQuotes([shotQuote(item)]);
  const asked = quotes?.items[0];
  const take = takeOf(item);
  const made = item.take !== undefined;
  const waits = item.continues && before?.item.take === undefined;
  const busy = isUnderWay(item);
  const mode = model === undefined ? undefined : shotMode(model, draft, item.continues);

  function set(role: string, value: SettingValue | undefined): void {
    const { [role]: _, ...settings } = draft.settings;
    void shots.edit(shot, { draft: { settings: value === undefined ? settings : { ...settings, [role]: value } } });
  }

  return (
    <aside
      aria-label={t("panel.label", { place })}
      data-testid="shot-panel"
      className="flex flex-col gap-3.5 rounded-lg bg-surface-1 p-4.5 max-xl:order-last"
    >
      <header className="flex items-center gap-2">
        <span className="whitespace-nowrap text-ink-3 tabular-nums">{t("panel.label", { place })}</span>
        <h3 className="truncate font-semibold">{titleOf(item.request)}</h3>
        <IconButton small label={t("panel.delete")} className="ml-auto" onClick={() => void shots.remove(item.id)}>
          <Trash2 size={15} aria-hidden />
        </IconButton>
      </header>
      <ShotPrompt
        label={t("panel.prompt", { place })}
        prompt={item.request.prompt ?? ""}
        onKeep={(prompt) => shots.edit(shot, { draft: { prompt } })}
      />
      <ModelButton
        model={model}
        name={item.request.model}
        models={shots.models}
        onPick={(next) => void shots.edit(shot, { model: next })}
      />
      {mode !== undefined && <SettingCapsules mode={mode} draft={draft} onSet={set} />}
      {item.status === "failed" && take !== undefined && <ShotFailure take={take} />}
      {asked?.errors?.map(({ message }) => (
        <p key={message} role="alert" className="text-bad">
          {message}
        </p>
      ))}
      <ShotTakes item={item} change={change} />
      <div className="mt-auto">
        {!item.continues && <FirstFrameRow shot={shot} onEdit={shots.edit} />}
        {place > 1 && <ContinueRow shot={shot} before={before} onEdit={shots.edit} />}
        <div className="flex min-h-12 items-center gap-3 border-t border-line pt-2.5 tabular-nums">
          <span className="min-w-0 flex-1 text-ink-2">
            {asked?.quote?.lines.map(({ label }) => label).join(", ")}
            <b className="ml-2 font-medium text-ink-1">
              {asked?.quote === undefined ? "" : t("credits", { credits: count(asked.quote.credits) })}
            </b>
          </span>
          {asked?.quote !== undefined && (made || isOpen(item)) && (
            <Button
              size="sm"
              className="max-md:min-h-11"
              data-testid="make-shot"
              busy={sending || busy}
              disabled={sending || busy || waits}
              title={waits ? t("panel.waits", { place: place - 1 }) : undefined}
              onClick={() => onSend({ items: [item.id], maxCredits: asked.quote?.credits ?? 0 })}
            >
              {t(made ? "panel.another" : "panel.make")}
            </Button>
          )}
        </div>
      </div>
    </aside>
  );
}
