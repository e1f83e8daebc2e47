import { Check, Link2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/IconButton";
import type { CopyingLink } from "./useCopyLink";

export function CopyLink({ link: { state, copy } }: { link: CopyingLink }) {
  const { t } = useTranslation("take");
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
