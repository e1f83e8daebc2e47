import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

interface LimitFieldProps {
  limit: number | null;
  spent: number;
  onLimit(limit: number | null): void;
}

/** The credits at which a batch stops; empty for none. */
export function LimitField({ limit, spent, onLimit }: LimitFieldProps) {
  const { t } = useTranslation("batch");
  const id = useId();
  const [text, setText] = useState(limit === null ? "" : String(limit));
  return (
    <span className="ml-auto inline-flex items-center gap-2">
      <label htmlFor={id} className="text-ink-3" title={t("limit.means")}>
        {t("limit.label")}
      </label>
      <input
        id={id}
        data-testid="batch-limit"
        inputMode="numeric"
        placeholder={t("limit.none")}
        value={text}
        onChange={({ target }) => {
          const digits = target.value.replaceAll(/\D/g, "").slice(0, 9);
          setText(digits);
          onLimit(Number(digits) > 0 ? Number(digits) : null);
        }}
        className="h-7.5 w-26 rounded-sm border border-transparent bg-surface-2 px-2.5 text-right font-medium transition hover:border-line-strong focus:border-accent-line max-md:h-11 max-md:w-36 max-md:text-16"
      />
      <span aria-hidden className="text-ink-3">
        {t("cr")}
      </span>
      {limit !== null && (
        <span
          role="meter"
          aria-label={t("limit.used")}
          aria-valuemin={0}
          aria-valuemax={limit}
          aria-valuenow={Math.min(limit, spent)}
          className="h-1.5 w-30 overflow-hidden rounded-full bg-surface-3 max-md:hidden"
        >
          <i
            className="block h-full rounded-full bg-mark"
            style={{ width: `${Math.min(100, (spent / limit) * 100)}%` }}
          />
        </span>
      )}
    </span>
  );
}
