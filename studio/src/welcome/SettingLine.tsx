import { useTranslation } from "react-i18next";
import { Code } from "../ui/Code";
import { CopyButton } from "../ui/CopyButton";

/** A line for the server's settings, to be copied. */
export function SettingLine({ line }: { line: string }) {
  const { t } = useTranslation("welcome");
  return (
    <div className="mt-3 flex flex-col items-start gap-2.5">
      <div className="w-full min-w-0">
        <Code label={t("line")} text={line} />
      </div>
      <CopyButton size="sm" text={line} label={t("copy")} />
    </div>
  );
}
