import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Generation } from "../api/types";
import { useNow } from "../ui/now";
import { progressShare } from "./progress";

/** The line under the picture. It only moves forward. */
export function ProgressLine({ take }: { take: Generation }) {
  const { t } = useTranslation("takes");
  const now = useNow();
  const [furthest, setFurthest] = useState(0);
  const elapsed = (now - Date.parse(take.startedAt ?? take.createdAt)) / 1000;
  const share =
    take.status === "collecting"
      ? 1
      : take.status === "running"
        ? progressShare(elapsed, take.model.typicalSeconds, take.progress)
        : 0;
  if (share > furthest) {
    setFurthest(share);
  }
  return (
    <div
      role="progressbar"
      aria-label={t("progress")}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(furthest * 100)}
      className="mx-0.5 mt-2 h-[3px] overflow-hidden rounded-full bg-surface-3"
    >
      <i
        className="block h-full rounded-full bg-mark transition-[width] duration-1000 ease-linear motion-reduce:transition-none"
        style={{ width: `${furthest * 100}%` }}
      />
    </div>
  );
}
