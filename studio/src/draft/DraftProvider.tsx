import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { ApiError } from "../api/problem";
import type { Generation, Model, ModelMode } from "../api/types";
import { useFeed } from "../feed/FeedProvider";
import type { Draft, SettingValue } from "./draft";
import { modeOf } from "./modes";
import { rememberModel } from "./recent";
import { draftOf } from "./request";
import { formOf } from "./rules";
import { loadDraft, saveDraft } from "./stored";
import { type Uploads, useUploads } from "./useUploads";

export interface DraftContext {
  readonly models: readonly Model[];
  readonly model: Model;
  readonly mode: ModelMode;
  readonly draft: Draft;
  /** Why the last send was refused; gone with the next change. */
  readonly problem: ApiError | null;
  readonly uploads: Uploads;
  update(patch: Partial<Draft> | ((draft: Draft) => Partial<Draft>)): void;
  set(role: string, value: SettingValue | undefined): void;
  pickModel(id: string): void;
  reuse(take: Generation): void;
  dismissProblem(): void;
}

function withSetting(settings: Draft["settings"], role: string, value: SettingValue | undefined): Draft["settings"] {
  const next: Record<string, SettingValue> = { ...settings };
  if (value === undefined) {
    delete next[role];
  } else {
    next[role] = value;
  }
  return next;
}

const Context = createContext<DraftContext | null>(null);

/** What is being composed; kept across reloads. Needs at least one model. */
export function DraftProvider({ models, children }: { models: readonly Model[]; children: ReactNode }) {
  const { onRefused } = useFeed();
  const [draft, setDraft] = useState(loadDraft);
  const [problem, setProblem] = useState<ApiError | null>(null);

  const model = models.find((each) => each.id === draft.model) ?? models.find((each) => each.available) ?? models[0];
  if (model === undefined) {
    throw new Error("The server has no models.");
  }
  const mode = useMemo(() => formOf(modeOf(model, draft), draft), [model, draft]);

  useEffect(() => saveDraft(draft), [draft]);
  useEffect(() => onRefused((_, error) => setProblem(error)), [onRefused]);

  const update = useCallback((patch: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => {
    setProblem(null);
    setDraft((current) => ({ ...current, ...(typeof patch === "function" ? patch(current) : patch) }));
  }, []);
  const uploads = useUploads({ model, mode, draft, update });

  const value = useMemo<DraftContext>(
    () => ({
      models,
      model,
      mode,
      draft,
      problem,
      uploads,
      update,
      set: (role, setting) => update(({ settings }) => ({ settings: withSetting(settings, role, setting) })),
      pickModel(id) {
        rememberModel(id);
        update({ model: id });
      },
      reuse(take) {
        update(draftOf(take));
        document.querySelector<HTMLTextAreaElement>("[data-testid=composer-prompt]")?.focus();
      },
      dismissProblem: () => setProblem(null),
    }),
    [models, model, mode, draft, problem, uploads, update],
  );
  return <Context value={value}>{children}</Context>;
}

export function useDraft(): DraftContext {
  const context = useContext(Context);
  if (context === null) {
    throw new Error("The draft is used outside its provider.");
  }
  return context;
}
