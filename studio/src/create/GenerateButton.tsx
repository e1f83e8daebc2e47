import { Coins, LoaderCircle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useDraft } from "../draft/DraftProvider";
import { isMediaRole, slotOf } from "../draft/media";
import { cx } from "../ui/cx";
import { count } from "../ui/format";
import { Kbd } from "../ui/Kbd";
import { isMac } from "../ui/media";
import type { Blocker, SendState } from "./sendState";

interface GenerateButtonProps {
  state: SendState;
  available: number;
  folded: boolean;
  /** Why the price is the most it can be; null when it is exact. */
  boundReason: string | null;
  onPress(): void;
}

/** What is left after this, what is missing, or what is there. */
function Note({ state, available }: { state: SendState; available: number }) {
  const { t } = useTranslation(["create", "frame"]);
  const after = state.kind === "ready" || state.kind === "offline";
  const short = state.kind === "short";
  return (
    <p
      data-testid="balance-note"
      className="shrink-0 text-right text-12 leading-[1.3] text-ink-3 tabular-nums max-md:pl-1 max-md:text-left"
    >
      <b className={cx("block font-medium", short ? "text-bad" : "text-ink-1")}>
        {short ? t("note.short", { count: state.missing }) : t("frame:cr", { count: after ? state.after : available })}
      </b>
      {short ? t("note.ofAvailable", { count: available }) : t(after ? "note.after" : "note.available")}
    </p>
  );
}

/** The key of what is missing. */
function reasonKey(blocker: Blocker, mode: string) {
  return isMediaRole(blocker) ? (`slots.${slotOf(blocker, mode)}.blocked` as const) : (`blocked.${blocker}` as const);
}

/** The button that spends: the exact price is on it and in its name. */
export function GenerateButton({ state, available, folded, boundReason, onPress }: GenerateButtonProps) {
  const { t } = useTranslation(["create", "frame"]);
  const { mode } = useDraft();
  const usable = state.kind === "ready" || state.kind === "offline";
  const waiting = state.kind === "pricing" || state.kind === "sending";
  const credits = "credits" in state ? state.credits : null;
  const action = t(`generate.${state.kind === "sending" || state.kind === "offline" ? state.kind : "ready"}`);
  const reason = state.kind === "blocked" ? t(reasonKey(state.reason, mode.mode)) : (boundReason ?? undefined);
  const bound = boundReason !== null;
  const price = credits === null ? null : t(bound ? "generate.upToCredits" : "frame:credits", { count: credits });
  return (
    <>
      {!folded && <Note state={state} available={available} />}
      <button
        type="button"
        data-testid="generate"
        data-state={state.kind}
        aria-busy={waiting || undefined}
        title={reason}
        disabled={!usable}
        onClick={onPress}
        className={cx(
          "group/send inline-flex shrink-0 items-center gap-3 rounded-[14px] text-14 font-semibold whitespace-nowrap transition",
          usable || waiting
            ? "bg-accent text-on-accent hover:bg-accent-hover active:scale-[.985]"
            : "bg-surface-3 text-ink-3",
          folded ? "h-11.5 px-2" : "h-11.5 pr-2.5 pl-4.5 max-md:h-12.5 max-md:flex-1 max-md:justify-between",
        )}
      >
        <span className="sr-only">{price === null ? action : t("generate.name", { action, credits: price })}</span>
        {!folded && (
          <span aria-hidden className="inline-flex items-center gap-2">
            {state.kind === "sending" && <LoaderCircle size={14} className="spin" aria-hidden />}
            {action}
          </span>
        )}
        <span
          aria-hidden
          className={cx(
            "inline-flex h-7.5 min-w-14 items-center justify-center gap-[5px] rounded-[9px] px-2.5 tabular-nums",
            usable || waiting ? "bg-[rgb(28_13_3/.12)]" : "bg-surface-4",
          )}
        >
          {state.kind === "pricing" ? (
            <LoaderCircle size={14} className="spin" aria-hidden />
          ) : (
            <>
              <Coins size={14} aria-hidden />
              {credits === null ? "–" : bound ? t("generate.upTo", { credits: count(credits) }) : count(credits)}
            </>
          )}
        </span>
        {!folded && (
          <span aria-hidden className="contents">
            <Kbd
              className={
                usable || waiting ? "border-[rgb(28_13_3/.28)] text-on-accent" : "border-line-strong text-ink-3"
              }
            >
              {isMac ? "⌘" : "Ctrl"} ↵
            </Kbd>
          </span>
        )}
      </button>
    </>
  );
}
