import { Coins, LoaderCircle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { cx } from "../ui/cx";
import { count } from "../ui/format";

interface SpendButtonProps {
  label: string;
  /** What it holds; null while that is not known. */
  credits: number | null;
  /** Whether the price is on its way. */
  pricing?: boolean;
  busy?: boolean;
  disabled?: boolean;
  /** Why it is off. */
  reason?: string | undefined;
  className?: string;
  onPress(): void;
}

/** A button that spends: the exact total is on it and in its name. */
export function SpendButton(props: SpendButtonProps) {
  const { label, credits, pricing = false, busy = false, disabled = false, reason, className, onPress } = props;
  const { t } = useTranslation("groups");
  const off = disabled || busy || pricing || credits === null;
  const lit = !disabled && (pricing || credits !== null);
  return (
    <button
      type="button"
      data-testid="spend"
      aria-busy={busy || pricing || undefined}
      title={reason}
      disabled={off}
      onClick={onPress}
      className={cx(
        "relative inline-flex h-11.5 shrink-0 items-center justify-between gap-3 rounded-[14px] pr-2.5 pl-4.5 text-14 font-semibold whitespace-nowrap transition",
        lit ? "bg-accent text-on-accent hover:bg-accent-hover active:scale-[.985]" : "bg-surface-3 text-ink-3",
        className,
      )}
    >
      <span className="inline-flex items-center gap-2">
        {busy && <LoaderCircle size={14} className="spin" aria-hidden />}
        {label}
        <span className="sr-only">, </span>
      </span>
      <span
        className={cx(
          "inline-flex h-7.5 min-w-14 items-center justify-center gap-[5px] rounded-[9px] px-2.5 tabular-nums",
          lit ? "bg-[rgb(28_13_3/.12)]" : "bg-surface-4",
        )}
      >
        {pricing && !disabled ? (
          <LoaderCircle size={14} className="spin" aria-hidden />
        ) : (
          <>
            <Coins size={14} aria-hidden />
            {credits === null ? "–" : count(credits)}
            {credits !== null && <span className="sr-only"> {t("creditWord", { count: credits })}</span>}
          </>
        )}
      </span>
    </button>
  );
}
