import { LoaderCircle, Sparkles } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useDraft } from "../draft/DraftProvider";
import { Button } from "../ui/Button";
import { PromptHistory } from "./PromptHistory";
import type { Enhancement } from "./useEnhance";

interface PromptToolsProps {
  /** Null where the operator has set up nothing that betters prompts. */
  enhancement: Enhancement | null;
  onFocusPrompt(): void;
}

/** What helps with the words: a better prompt, and those used before. */
export function PromptTools({ enhancement, onFocusPrompt }: PromptToolsProps) {
  const { t } = useTranslation("create");
  const { draft } = useDraft();
  const working = enhancement?.state.kind === "working";
  return (
    <span className="ml-auto flex shrink-0 items-center gap-1">
      {enhancement !== null && (
        <Button
          kind="ghost"
          data-testid="enhance"
          aria-busy={working}
          disabled={draft.prompt.trim() === ""}
          title={t("enhance.hint")}
          icon={working ? <LoaderCircle size={15} className="spin" aria-hidden /> : <Sparkles size={15} aria-hidden />}
          onClick={working ? enhancement.stop : enhancement.start}
        >
          {t(working ? "enhance.stop" : "enhance.start")}
        </Button>
      )}
      <PromptHistory onPicked={onFocusPrompt} />
    </span>
  );
}
