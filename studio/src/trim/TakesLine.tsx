import { CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ModelControl } from "../api/types";
import { decimal, inSeconds } from "../ui/format";

/** How long a clip the model takes; what the handles keep is always that. */
export function TakesLine({ control: { minSeconds, maxSeconds }, model }: { control: ModelControl; model: string }) {
  const { t } = useTranslation("trim");
  if (maxSeconds == null) {
    return null;
  }
  const length =
    minSeconds == null ? inSeconds(maxSeconds) : inSeconds(`${decimal(minSeconds)}–${decimal(maxSeconds)}`);
  return (
    <span className="ml-auto flex items-center gap-1.5">
      <CircleCheck size={14} className="text-ok" aria-hidden />
      {minSeconds == null ? t("takesUpTo", { model, length }) : t("takes", { model, length })}
    </span>
  );
}
