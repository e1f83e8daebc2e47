import { i18n } from "../../i18n";
import { fieldLabel, valueLabel } from "../../i18n/names";
import { inSeconds } from "../../ui/format";

/** "1080p, 5 s, without sound": which kind of request a price is for. */
export function caseWords(settings: Readonly<Record<string, string>>): string {
  const t = i18n.getFixedT(null, "adminPrices");
  const kinds = Object.entries(settings).map(([key, value]) => {
    const words = `settings.${key === "sound" && value === "false" ? "silent" : key.replace(".", "_")}`;
    if (key === "resolution") {
      return valueLabel(value);
    }
    if (key === "duration") {
      return inSeconds(Number(value));
    }
    return i18n.exists(words, { ns: "adminPrices" })
      ? t(words as never, { value })
      : `${fieldLabel(key)} ${valueLabel(value)}`;
  });
  return kinds.length === 0 ? t("any") : kinds.join(", ");
}
