import { useTranslation } from "react-i18next";
import { type Language, languages, speak } from "../i18n";
import { Segments } from "../ui/Segments";

interface LanguageSwitchProps {
  className?: string;
  onChoose?(next: Language): void;
}

/** The languages by their own names; this browser remembers the choice, whoever is asked to keep it. */
export function LanguageSwitch({ className, onChoose }: LanguageSwitchProps) {
  const { t, i18n } = useTranslation();
  return (
    <Segments
      label={t("language.name")}
      options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
      value={languages.find((one) => one === i18n.language) ?? null}
      testId="language"
      {...(className !== undefined && { className })}
      onChoose={onChoose ?? ((next) => void speak(next))}
    />
  );
}
