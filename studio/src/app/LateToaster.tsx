import { type CSSProperties, lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

const Toaster = lazy(async () => ({ default: (await import("sonner")).Toaster }));

/** Milliseconds within which the first page draws. Nothing is told by a toast before. */
const quiet = 1_000;

const colours = {
  "--normal-bg": "var(--surface-2)",
  "--normal-text": "var(--ink-1)",
  "--normal-border": "var(--line)",
} as CSSProperties;

/** The place of toasts; its code comes after the page. */
export function LateToaster() {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(true), quiet);
    return () => clearTimeout(timer);
  }, []);
  return (
    wanted && (
      <Suspense>
        <Toaster
          containerAriaLabel={t("toasts")}
          position="top-right"
          duration={6_000}
          offset={{ top: 76, right: 24 }}
          style={colours}
          mobileOffset={{ top: 62, left: 8, right: 8 }}
        />
      </Suspense>
    )
  );
}
