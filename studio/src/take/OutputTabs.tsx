import { useTranslation } from "react-i18next";
import { Segments } from "../ui/Segments";

interface OutputTabsProps {
  count: number;
  index: number;
  onChoose(index: number): void;
}

/** The videos of a take that has several. */
export function OutputTabs({ count, index, onChoose }: OutputTabsProps) {
  const { t } = useTranslation("take");
  return (
    <Segments
      label={t("videos")}
      value={String(index)}
      options={Array.from({ length: count }, (_, each) => ({
        value: String(each),
        label: t("video", { n: each + 1 }),
      }))}
      onChoose={(value) => onChoose(Number(value))}
      className="mb-3 self-start max-md:mx-4"
    />
  );
}
