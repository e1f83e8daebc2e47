import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { fetchQuote } from "../api/calls";
import { ApiError, isLost } from "../api/problem";
import type { Generation } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { newKey } from "../feed/outbox";
import { useRun } from "../library/useRun";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { DialogHead } from "../ui/DialogHead";
import { count } from "../ui/format";
import { Segments } from "../ui/Segments";
import { actionIcons } from "./actionIcons";
import { type Action, followUp } from "./calls";
import { followUpRequests } from "./followUpRequests";

interface FollowUpDialogProps {
  take: Generation;
  action: Action;
  onClose(): void;
}

/** Makes something of a take: what it shall show or how large it shall be, and the price on the button. */
export function FollowUpDialog({ take, action, onClose }: FollowUpDialogProps) {
  const { t } = useTranslation("take");
  const [, go] = useLocation();
  const runner = useRun();
  const { models } = useDraft();
  const [key, setKey] = useState(newKey);
  const [prompt, setPrompt] = useState(take.input.prompt ?? "");
  const sizes = action.resolutions ?? [];
  const [resolution, setResolution] = useState(sizes[0] ?? "");
  const wordy = action.name !== "upscale";
  const words = prompt.trim();
  // The words do not move a price: it is asked for once per size.
  const quote = useQuery({
    queryKey: ["followUpQuote", take.id, action.name, action.model, resolution],
    async queryFn({ signal }) {
      const said = { prompt: take.input.prompt ?? t("noPrompt"), resolution };
      const requests = followUpRequests(action, take, models, said);
      const quotes = await Promise.all(requests.map((request) => fetchQuote(request, signal)));
      return { credits: Math.max(...quotes.map(({ credits }) => credits)), sure: quotes.length === 1 };
    },
    staleTime: 30_000,
  });

  async function send(): Promise<void> {
    try {
      const made = await followUp(action.name, take.id, wordy ? { prompt: words } : { resolution }, key);
      onClose();
      go(`/takes/${made.id}`);
    } catch (error) {
      // A lost answer is asked for again under the same key; a refusal is another request.
      if (!isLost(error)) {
        setKey(newKey());
      }
      throw error instanceof ApiError && error.fields[0] !== undefined ? new Error(error.fields[0].message) : error;
    }
  }
  const Icon = actionIcons[action.name];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`dialogs.${action.name}`)}
      className="max-h-[calc(100dvh-48px)] overflow-auto p-6 md:w-[min(560px,94vw)]"
    >
      <DialogHead title={t(`dialogs.${action.name}`)} />
      <p className="mb-3.5 text-ink-2">{t(`dialogMore.${action.name}`, { model: action.modelName })}</p>
      {wordy ? (
        <textarea
          data-first
          aria-label={t("prompt")}
          value={prompt}
          rows={5}
          onChange={(event) => setPrompt(event.target.value)}
          className="field-grow max-h-[40vh] min-h-28 w-full resize-none rounded-md bg-surface-2 px-3.5 py-3 text-16 leading-body"
        />
      ) : (
        sizes.length > 0 && (
          <Segments
            label={t("size")}
            value={resolution}
            options={sizes.map((value) => ({ value, label: value.replace(/^(\d+)k$/i, "$1K") }))}
            onChoose={setResolution}
            className="self-start"
          />
        )
      )}
      {(runner.fault ?? quote.error) !== null && (
        <p role="alert" className="mt-3 text-bad">
          {runner.fault ?? quote.error?.message}
        </p>
      )}
      <div className="mt-5 flex items-center justify-end gap-2">
        <Button kind="ghost" size="lg" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button
          kind="primary"
          size="lg"
          busy={runner.busy !== null || quote.isFetching}
          disabled={quote.data === undefined || (wordy && words === "")}
          icon={<Icon size={16} aria-hidden />}
          onClick={() => runner.run("send", send)}
        >
          {t(`actions.${action.name}`)}
          {quote.data !== undefined && (
            <span className="tabular-nums">
              {t(quote.data.sure ? "cr" : "crUpTo", { shown: count(quote.data.credits) })}
            </span>
          )}
        </Button>
      </div>
    </Dialog>
  );
}
