import { useMemo, useState } from "react";
import type { Model } from "../api/types";
import { comparable, textMode } from "../compare/plan";
import type { SettingValue } from "../draft/draft";
import { useDraft } from "../draft/DraftProvider";
import { modeOf } from "../draft/modes";
import { mostRows, readPrompts, requestFrom } from "./prompts";

/** Prompts that are being gathered, and the settings that they share. */
export function usePrompts(room = mostRows) {
  const { models: all, draft: composed, model: composing } = useDraft();
  const models = useMemo(() => comparable(all), [all]);
  const [text, setText] = useState("");
  const [file, setFile] = useState<string | null>(null);
  const [draft, setDraft] = useState({ ...composed, mode: textMode, tier: null, media: {}, source: null, prompt: "" });
  const [picked, setPicked] = useState<Model | undefined>(models.find(({ id }) => id === composing.id) ?? models[0]);
  const { rows, unknown } = useMemo(() => readPrompts(text), [text]);
  const items =
    picked === undefined
      ? []
      : rows.slice(0, room).map((row) => ({ request: requestFrom(row, models, draft, picked) }));

  return {
    text,
    file,
    models,
    model: picked,
    mode: picked === undefined ? undefined : modeOf(picked, draft),
    draft,
    items,
    unknown,
    /** Rows beyond what a batch holds. */
    beyond: Math.max(0, rows.length - room),
    setText(next: string) {
      setText(next);
      setFile(null);
    },
    async open(chosen: File | undefined) {
      if (chosen !== undefined) {
        setText(await chosen.text());
        setFile(chosen.name);
      }
    },
    pick: setPicked,
    set: (role: string, value: SettingValue | undefined) =>
      setDraft((current) => {
        const { [role]: _, ...settings } = current.settings;
        return { ...current, settings: value === undefined ? settings : { ...settings, [role]: value } };
      }),
  };
}

export type GatheredPrompts = ReturnType<typeof usePrompts>;
