import { Coins, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Quote } from "../api/types";

interface NoticesProps {
  quote: Quote | null;
  /** Whether there are too few credits for it. */
  short: boolean;
  isAdmin: boolean;
}

/** What to know before paying: warnings, why the price is only the most it can be, and who has credits to give. */
export function Notices({ quote, short, isAdmin }: NoticesProps) {
  const { t } = useTranslation(["create", "frame"]);
  if (quote === null || (quote.exact && !short && quote.warnings.length === 0)) {
    return null;
  }
  return (
    <ul data-testid="composer-notices" className="mx-4.5 mt-1 flex flex-col gap-1 text-12 leading-[1.4]">
      {quote.warnings.map(({ field, text }) => (
        <li key={field + text} className="flex items-start gap-1.5 text-warn">
          <TriangleAlert size={13} className="mt-0.5 shrink-0" aria-hidden />
          {text}
        </li>
      ))}
      {!quote.exact && (
        <li className="flex items-start gap-1.5 text-ink-3">
          <Coins size={13} className="mt-0.5 shrink-0" aria-hidden />
          {t("bound", {
            credits: t("frame:cr", { count: quote.credits }),
            reason: quote.boundReason ?? t("boundUnsaid"),
          })}
        </li>
      )}
      {short && (
        <li data-testid="who-has-credits" className="flex items-start gap-1.5 text-bad">
          <Coins size={13} className="mt-0.5 shrink-0" aria-hidden />
          {isAdmin ? (
            <Link href="/admin/accounts" className="rounded-xs underline">
              {t("short.grant")}
            </Link>
          ) : (
            t("short.ask")
          )}
        </li>
      )}
    </ul>
  );
}
