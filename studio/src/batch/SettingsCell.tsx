import { useTranslation } from "react-i18next";
import type { GenerateRequest } from "../api/types";
import { SettingCapsules } from "../groups/SettingCapsules";
import { Popover } from "../ui/Popover";
import type { Row } from "./useRow";

/** The settings of a row in a line; while it is not sent, a press changes them. */
export function SettingsCell({ request, row }: { request: GenerateRequest; row: Row }) {
  const { t } = useTranslation("batch");
  const { duration, aspectRatio, resolution } = request;
  const parts = [
    duration == null ? null : duration > 0 ? t("row.seconds", { count: duration }) : t("row.byModel"),
    aspectRatio,
    resolution,
  ];
  const line = parts.filter((part) => part != null).join(" · ") || t("row.usual");
  const { mode, draft, editable, set } = row;
  if (!editable || mode === undefined) {
    return <span className="text-ink-2">{line}</span>;
  }
  return (
    <Popover
      label={t("row.settings")}
      side="bottom"
      className="md:w-90"
      trigger={
        <button
          type="button"
          className="relative -mx-1.5 rounded-sm px-1.5 py-1 text-ink-2 transition hover:bg-surface-2 max-md:min-h-11 max-md:min-w-11"
        >
          <span className="sr-only">{t("row.settings")}: </span>
          {line}
        </button>
      }
    >
      <SettingCapsules mode={mode} draft={draft} onSet={set} />
    </Popover>
  );
}
