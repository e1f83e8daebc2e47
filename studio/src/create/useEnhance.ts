import { useCallback, useEffect, useRef, useState } from "react";
import { useDraft } from "../draft/DraftProvider";
import { enhancePrompt } from "./calls";

type State =
  | { kind: "idle" }
  | { kind: "working"; prompt: string }
  | { kind: "done"; before: string; after: string }
  | { kind: "failed"; prompt: string; error: Error };

/** A better prompt: asked for, shown against the one before, kept or undone. */
export interface Enhancement {
  readonly state: State;
  start(): void;
  stop(): void;
  undo(): void;
  keep(): void;
}

export function useEnhance(): Enhancement {
  const { draft, model, mode, update } = useDraft();
  const [state, setState] = useState<State>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  const { prompt } = draft;

  const stop = useCallback(() => setState({ kind: "idle" }), []);
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(() => {
    // Another one is asked for from the words that the person wrote.
    const before = state.kind === "done" ? state.before : prompt;
    const abort = new AbortController();
    running.current?.abort();
    running.current = abort;
    setState({ kind: "working", prompt });
    enhancePrompt({ prompt: before, model: model.id, mode: mode.mode }, abort.signal).then(
      (after) => {
        if (!abort.signal.aborted) {
          update({ prompt: after });
          setState({ kind: "done", before, after });
        }
      },
      (error: unknown) => {
        if (!abort.signal.aborted) {
          setState({ kind: "failed", prompt, error: error as Error });
        }
      },
    );
  }, [state, prompt, model.id, mode.mode, update]);

  // Whatever else changes the prompt ends it.
  const own = state.kind === "done" ? state.after : state.kind === "idle" ? prompt : state.prompt;
  if (own !== prompt) {
    setState({ kind: "idle" });
  }
  useEffect(() => {
    if (state.kind !== "working") {
      running.current?.abort();
    }
  }, [state.kind]);

  const undo = useCallback(() => {
    if (state.kind === "done") {
      update({ prompt: state.before });
    }
    stop();
  }, [state, stop, update]);
  return { state, start, stop, undo, keep: stop };
}
