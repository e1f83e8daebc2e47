import { type CSSProperties, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { latePart } from "../ui/latePart";

const toaster = latePart(async () => (await import("sonner")).Toaster);

/** Milliseconds within which the first page draws. Nothing is told by a toast before. */
const quiet = 1_000;

const colours = {
  "--normal-bg": "var(--surface-2)",
  "--normal-text": "var(--ink-1)",
  "--normal-border": "var(--line)",
} as CSSProperties;

/** The place of toasts; its code comes after the page, and is asked for again while there is no connection. */
export function LateToaster() {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const { part: Toaster, failed, again } = toaster.usePart(wanted);
  useEffect(() => {
    if (wanted && !failed) {
      return;
    }
    const timer = setTimeout(() => {
      setWanted(true);
      again();
    }, quiet);
    return () => clearTimeout(timer);
  }, [wanted, failed, again]);
  return (
    Toaster !== undefined && (
      <Toaster
        containerAriaLabel={t("toasts")}
        position="top-right"
        duration={6_000}
        offset={{ top: 76, right: 24 }}
        style={colours}
        mobileOffset={{ top: 62, left: 8, right: 8 }}
      />
    )
  );
}
