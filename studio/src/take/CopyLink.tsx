import { Check, Link2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/IconButton";

/** Copies the address of this page, for people who can sign in here. */
export function CopyLink() {
  const { t } = useTranslation("take");
  const [state, setState] = useState<"rest" | "done" | "failed">("rest");
  useEffect(() => {
    if (state === "rest") {
      return;
    }
    const timer = setTimeout(() => setState("rest"), 2_500);
    return () => clearTimeout(timer);
  }, [state]);
  function copy(): void {
    const link = location.origin + location.pathname;
    // Without a secure origin there is no clipboard.
    const copied = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error("No clipboard"));
    copied.then(
      () => setState("done"),
      () => setState("failed"),
    );
  }
  return (
    <>
      <IconButton label={t("copyLink")} onClick={copy}>
        {state === "done" ? <Check size={16} className="text-ok" aria-hidden /> : <Link2 size={16} aria-hidden />}
      </IconButton>
      <span role="status" className={state === "failed" ? "px-1 text-12 text-bad" : "sr-only"}>
        {state === "done" ? t("copied") : state === "failed" ? t("copyFailed") : ""}
      </span>
    </>
  );
}
