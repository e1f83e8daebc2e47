import { useTranslation } from "react-i18next";
import type { Output } from "../api/types";
import { Choose } from "../ui/Choose";
import { megabytes } from "../ui/format";
import { useNow } from "../ui/now";
import { Switch } from "../ui/Switch";
import type { LinkSettings } from "./calls";
import { afterDays, endWords, shareSpans } from "./shareEnd";
import { ShareLine } from "./ShareLine";

interface ShareSettingsProps {
  settings: LinkSettings;
  output: Output | undefined;
  busy: boolean;
  onChange(settings: LinkSettings): void;
}

const asIs = "as-is";
const never = "never";

/** What a link tells and allows, and when it ends. */
export function ShareSettings({ settings, output, busy, onChange }: ShareSettingsProps) {
  const { t } = useTranslation("take");
  const now = useNow(60_000);
  const ends =
    settings.endsAt === undefined ? [] : [{ value: asIs, label: endWords(Date.parse(settings.endsAt), now) }];
  const spans = shareSpans.map((days) => ({ value: String(days), label: endWords(afterDays(days, now), now) }));
  return (
    <>
      <ShareLine label={t("showPrompt")} note={t("showPromptMore")}>
        <Switch
          label={t("showPrompt")}
          checked={settings.showPrompt}
          disabled={busy}
          onChange={(showPrompt) => onChange({ ...settings, showPrompt })}
        />
      </ShareLine>
      <ShareLine
        label={t("allowDownload")}
        {...(output !== undefined && { note: t("fileOf", { size: megabytes(output.bytes) }) })}
      >
        <Switch
          label={t("allowDownload")}
          checked={settings.allowDownload}
          disabled={busy}
          onChange={(allowDownload) => onChange({ ...settings, allowDownload })}
        />
      </ShareLine>
      <ShareLine label={t("linkEnds")}>
        <Choose
          label={t("linkEnds")}
          options={[...ends, { value: never, label: t("endsNever") }, ...spans]}
          value={settings.endsAt === undefined ? never : asIs}
          onChoose={(value) => {
            const { endsAt: _, ...rest } = settings;
            onChange(
              value === never ? rest : { ...rest, endsAt: new Date(afterDays(Number(value), now)).toISOString() },
            );
          }}
        />
      </ShareLine>
    </>
  );
}
