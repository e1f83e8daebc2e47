import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { language, type Language, languages } from "../../i18n";
import { Panel } from "../../ui/Panel";
import { Segments } from "../../ui/Segments";
import { singleKeysOn } from "../../ui/singleKeys";
import { Switch } from "../../ui/Switch";
import { themes } from "../../ui/theme";
import { useTheme } from "../../ui/useTheme";
import { AccountFrame } from "../AccountFrame";
import { Fault } from "../../ui/Fault";
import { preferencesKey } from "./calls";
import { prefer } from "./prefer";

function Row({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-3.5 last:border-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{title}</p>
        <p className="text-12 text-ink-3">{text}</p>
      </div>
      {children}
    </div>
  );
}

/** How the studio looks and is used: at once in this browser, and kept for those that are signed in later. */
export default function PreferencesPage() {
  const { t } = useTranslation(["account", "frame"]);
  const queryClient = useQueryClient();
  const theme = useTheme();
  const [keys, setKeys] = useState(singleKeysOn);
  const { mutate: choose, error } = useMutation({
    mutationFn: prefer,
    onSuccess: (kept) => queryClient.setQueryData(preferencesKey, kept),
  });
  return (
    <AccountFrame section="preferences">
      <Panel title={t("sections.preferences")}>
        <Row title={t("preferences.theme")} text={t("preferences.themeText")}>
          <Segments
            label={t("preferences.theme")}
            options={themes.map((value) => ({ value, label: t(`preferences.themes.${value}`) }))}
            value={theme}
            onChoose={(next) => choose({ theme: next })}
          />
        </Row>
        <Row title={t("frame:language.name")} text={t("preferences.languageText")}>
          <Segments<Language>
            label={t("frame:language.name")}
            options={languages.map((value) => ({ value, label: t(`frame:language.${value}`) }))}
            value={language()}
            onChoose={(next) => choose({ language: next })}
          />
        </Row>
        <Row title={t("preferences.keys")} text={t("preferences.keysText")}>
          <Switch
            label={t("preferences.keys")}
            checked={keys}
            onChange={(next) => {
              setKeys(next);
              choose({ singleKeys: next });
            }}
          />
        </Row>
        <Fault id="preferences-fault" error={error} />
        <p className="pt-2 text-12 text-ink-3">{t("preferences.kept")}</p>
      </Panel>
    </AccountFrame>
  );
}
