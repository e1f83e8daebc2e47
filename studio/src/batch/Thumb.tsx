import { CircleAlert } from "lucide-react";
import { Link } from "wouter";
import { useTranslation } from "react-i18next";
import { mediaFrom } from "../draft/media";
import type { GroupItem } from "../groups/types";
import type { Row } from "./useRow";

/** A row's picture: its take, which a press opens; before that its first frame, or a place for it. */
export function Thumb({ item, row: { take } }: { item: GroupItem; row: Row }) {
  const { t } = useTranslation("batch");
  const box =
    "grid h-8 w-14 shrink-0 place-items-center overflow-hidden rounded-[6px] bg-surface-3 max-md:h-11 max-md:w-16";
  const poster = take?.status === "succeeded" ? take.outputs[0]?.posterUrl : undefined;
  if (take !== undefined && poster !== undefined) {
    return (
      <Link
        href={`/takes/${take.id}`}
        aria-label={t("row.open", { prompt: take.input.prompt ?? "" })}
        className={`${box} relative`}
      >
        <img src={poster} alt="" loading="lazy" className="size-full object-cover" />
      </Link>
    );
  }
  const first = item.request.firstFrame == null ? null : mediaFrom(item.request.firstFrame).url;
  return (
    <span aria-hidden className={box}>
      {item.status === "failed" ? (
        <CircleAlert size={15} className="text-bad" />
      ) : (
        first !== null && <img src={first} alt="" className="size-full object-cover opacity-60" />
      )}
    </span>
  );
}
