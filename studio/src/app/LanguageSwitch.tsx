import { useTranslation } from "react-i18next";
import { languages, speak } from "../i18n";
import { Segments } from "../ui/Segments";

/** The languages by their own names; the choice is remembered. */
export function LanguageSwitch({ className }: { className?: string }) {
  const { t, i18n } = useTranslation();
  return (
    <Segments
      label={t("language.name")}
      options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      value={languages.find((one) => one === i18n.language) ?? null}
      testId="language"
      {...(className !== undefined && { className })}
      onChoose={(next) => void speak(next)}
    />
  );
}
