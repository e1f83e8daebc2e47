import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDraft } from "../draft/DraftProvider";
import { emptyDraft } from "../draft/draft";
import { EarlierGroups } from "../groups/EarlierGroups";
import { ModelButton } from "../groups/ModelButton";
import { ProblemNote } from "../groups/ProblemNote";
import { useNewGroup } from "../groups/useNewGroup";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { shotModels, shotRequest } from "./shots";

const mostShots = 100;

/** Where a film begins: its name and its shots in words. */
export function StoryboardStart() {
  const { t } = useTranslation("storyboard");
  const { models: all, model: composing } = useDraft();
  const models = shotModels(all);
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const [model, setModel] = useState(models.find(({ id }) => id === composing.id) ?? models[0]);
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, mostShots);

  const making = useNewGroup("storyboard");

  function make(): void {
    const prompts = lines.length === 0 ? [""] : lines;
    const items =
      model === undefined
        ? []
        : prompts.map((prompt) => ({ request: shotRequest(model, { ...emptyDraft, prompt }, false) }));
    making.mutate({ name: name.trim() || t("start.unnamed"), items });
  }

  return (
    <>
      <h2 className="text-20 leading-[1.2] font-semibold tracking-title">{t("start.title")}</h2>
      <p className="mt-1 mb-4.5 text-ink-2">{t("start.lead")}</p>
      <ProblemNote error={making.error} onDismiss={making.reset} />
      <form
        className="grid grid-cols-[minmax(0,1fr)_320px] gap-4 max-xl:grid-cols-1"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <textarea
          data-testid="storyboard-shots"
          aria-label={t("start.shots")}
          placeholder={t("start.placeholder")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="block h-60 w-full resize-y rounded-lg border border-line-strong bg-surface-1 px-4.5 py-3.5 text-14 leading-[1.6] transition focus:border-accent-line max-md:h-44 max-md:text-16"
        />
        <aside className="flex flex-col gap-3.5 rounded-lg bg-surface-1 p-4.5">
          <Field
            label={t("start.name")}
            value={name}
            onChange={setName}
            maxLength={200}
            placeholder={t("start.unnamed")}
          />
          <ModelButton model={model} name={t("start.model")} models={models} onPick={setModel} />
          <p className="mt-auto pt-2 text-ink-2 tabular-nums" role="status">
            {t("shots", { count: Math.max(1, lines.length) })}
          </p>
          <Button
            kind="primary"
            size="lg"
            type="submit"
            data-testid="make-storyboard"
            busy={making.isPending}
            disabled={making.isPending || model === undefined}
          >
            {t("start.make")}
          </Button>
        </aside>
      </form>
      <EarlierGroups kind="storyboard" />
    </>
  );
}
