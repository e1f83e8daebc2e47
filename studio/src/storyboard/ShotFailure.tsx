import { CircleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { count } from "../ui/format";

/** Why the newest take of a shot came to nothing, what to do, and what it cost. */
export function ShotFailure({ take: { failure, charge } }: { take: Generation }) {
  const { t } = useTranslation("storyboard");
  return (
    <div role="status" className="rounded-md bg-bad-soft px-3 py-2.5 leading-[1.45]">
      <p className="flex items-start gap-2 font-medium text-bad">
        <CircleAlert size={16} className="mt-px" aria-hidden />
        {failure?.meaning ?? failure?.message ?? t("state.failed")}
      </p>
      <p className="mt-1 text-12 text-ink-2">
        {failure?.fix} {charge.captured === 0 ? t("notCharged") : t("charged", { credits: count(charge.captured) })}
      </p>
    </div>
  );
}
