import { Tabs } from "radix-ui";
import { Suspense, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Account } from "../api/types";
import { useDraft } from "../draft/DraftProvider";
import { controlOf, fieldsOf } from "../draft/controls";
import { modesOf } from "../draft/modes";
import { ModelSelector } from "../app/dialogs";
import { cx } from "../ui/cx";
import { useNarrow } from "../ui/media";
import { useShortcuts } from "../ui/shortcuts";
import { Capsules } from "./Capsules";
import { Faults } from "./Faults";
import { GenerateButton } from "./GenerateButton";
import { ModelChip } from "./ModelChip";
import { ModeTabs } from "./ModeTabs";
import { Notices } from "./Notices";
import { FieldsPanel } from "./parts";
import { EnhanceFault } from "./EnhanceFault";
import { PromptArea } from "./PromptArea";
import { PromptTools } from "./PromptTools";
import { Slots } from "./Slots";
import { useFolded } from "./useFolded";
import { useFileDrop } from "./useFileDrop";
import { TierSwitch } from "./TierSwitch";
import { useEnhance } from "./useEnhance";
import { useSend } from "./useSend";

/** The composer, docked at the lower edge: all that is needed to make one take. */
export function Composer({ account }: { account: Account }) {
  const { t } = useTranslation("create");
  const { model, mode, update, uploads } = useDraft();
  const { state, available, faults, quote, press } = useSend(account);
  const [selecting, setSelecting] = useState(false);
  const [more, setMore] = useState(false);
  const prompt = useRef<HTMLTextAreaElement>(null);
  const dock = useRef<HTMLDivElement>(null);
  const dragging = useFileDrop(uploads.give);
  const folded = useFolded(dock);
  const fields = fieldsOf(mode);
  const narrow = useNarrow();
  const enhancement = useEnhance();
  const focusPrompt = () => prompt.current?.focus();
  const tools = controlOf(mode, "prompt") !== undefined && (
    <PromptTools enhancement={account.features.enhance ? enhancement : null} onFocusPrompt={focusPrompt} />
  );

  useShortcuts({
    p: focusPrompt,
    m: () => setSelecting(true),
    ...Object.fromEntries(
      modesOf(model)
        .slice(0, 6)
        .map((each, index) => [`${index + 1}`, () => update({ mode: each.mode })]),
    ),
  });

  return (
    <section
      aria-label={t("composer")}
      className="pointer-events-none fixed right-0 bottom-0 left-(--rail) z-(--z-dock) bg-linear-to-t from-bg from-20% to-transparent to-72% px-8 pt-9 pb-5.5 max-md:px-2 max-md:pt-10 max-md:pb-[calc(8px+var(--tabbar)+env(safe-area-inset-bottom))]"
    >
      <Tabs.Root
        ref={dock}
        data-dock
        data-folded={folded || undefined}
        value={mode.mode}
        onValueChange={(value) => update({ mode: value })}
        activationMode="manual"
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            press();
          }
        }}
        className={cx(
          "group/dock pointer-events-auto relative mx-auto max-w-270 rounded-xl bg-surface-1 max-md:max-h-[calc(100dvh-24px)] max-md:overflow-y-auto max-md:rounded-[20px]",
          dragging ? "shadow-[var(--sh-3),0_0_0_2px_var(--mark)]" : "shadow-3",
          folded && "flex items-center",
        )}
      >
        <div className="flex items-center gap-3 px-3.5 pt-3 group-data-folded/dock:hidden max-md:scrollbar-none max-md:gap-1 max-md:overflow-x-auto max-md:px-2.5 max-md:pt-2">
          <ModelChip model={model} onOpen={() => setSelecting(true)} />
          <span className="h-5 w-px shrink-0 bg-line-strong max-md:hidden" />
          <ModeTabs model={model} />
          <TierSwitch />
          {!narrow && tools}
        </div>
        <Tabs.Content
          value={mode.mode}
          tabIndex={-1}
          className="quiet-focus flex items-start gap-3.5 px-4.5 pt-2.5 pb-1 group-data-folded/dock:min-w-0 group-data-folded/dock:flex-1 group-data-folded/dock:py-0 group-data-folded/dock:pr-0 max-md:flex-col max-md:gap-1.5 max-md:px-3.5 max-md:pt-1"
        >
          <Slots dragging={dragging} folded={folded} />
          <PromptArea ref={prompt} folded={folded} enhancement={enhancement} tools={narrow ? tools : null} />
        </Tabs.Content>
        {!folded && enhancement.state.kind === "failed" && <EnhanceFault error={enhancement.state.error} />}
        {!folded && <Faults faults={faults} />}
        {!folded && <Notices quote={quote} short={state.kind === "short"} isAdmin={account.role === "admin"} />}
        {!folded && (
          <Suspense>
            {fields.required.length > 0 && <FieldsPanel controls={fields.required} faults={faults} />}
            {more && fields.more.length > 0 && (
              <FieldsPanel id="composer-more" controls={fields.more} faults={faults} />
            )}
          </Suspense>
        )}
        <div className="flex items-center gap-2.5 pt-2 pr-3 pb-3 pl-3.5 group-data-folded/dock:p-2 max-md:flex-wrap max-md:gap-2 max-md:px-2.5 max-md:pt-1.5 max-md:pb-2.5">
          {!folded && <Capsules faults={faults} more={more} onMore={() => setMore(!more)} />}
          <GenerateButton
            state={state}
            available={available}
            folded={folded}
            boundReason={quote?.exact === false ? (quote.boundReason ?? t("boundUnsaid")) : null}
            onPress={press}
          />
        </div>
      </Tabs.Root>
      <ModelSelector open={selecting} onOpenChange={setSelecting} />
    </section>
  );
}
