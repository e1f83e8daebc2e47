import { type ReactNode, type RefObject, Suspense } from "react";
import { flushSync } from "react-dom";
import { controlOf } from "../draft/controls";
import { useDraft } from "../draft/DraftProvider";
import { EnhancedPrompt } from "./parts";
import { PromptField } from "./PromptField";
import type { Enhancement } from "./useEnhance";

interface PromptAreaProps {
  ref: RefObject<HTMLTextAreaElement | null>;
  folded: boolean;
  enhancement: Enhancement;
  tools: ReactNode;
}

/** The prompt as it is written, or, once it was bettered, with its changes until they are kept or undone. */
export function PromptArea({ ref, folded, enhancement, tools }: PromptAreaProps) {
  const { mode } = useDraft();
  const { state, start, undo, keep } = enhancement;
  const field = <PromptField ref={ref} folded={folded} tools={tools} />;
  if (state.kind !== "done" || folded) {
    return field;
  }
  /** The key that is being pressed goes into the text that comes back. */
  function backTo(act: () => void): void {
    flushSync(act);
    const end = ref.current?.value.length ?? 0;
    ref.current?.focus();
    ref.current?.setSelectionRange(end, end);
  }
  return (
    <Suspense fallback={field}>
      <EnhancedPrompt
        key={state.after}
        before={state.before}
        after={state.after}
        most={controlOf(mode, "prompt")?.maxLength ?? null}
        onAnother={start}
        onUndo={() => backTo(undo)}
        onKeep={() => backTo(keep)}
      />
    </Suspense>
  );
}
