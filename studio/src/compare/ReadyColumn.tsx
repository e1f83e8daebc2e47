import { Download, Expand, Heart } from "lucide-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Generation, Output } from "../api/types";
import { Backdrop } from "../feed/Frame";
import { clock, count } from "../ui/format";
import { IconButton } from "../ui/IconButton";
import { tookSeconds } from "./readings";
import { useFavorite } from "./useFavorite";
import type { Linked } from "./useLinked";

interface ReadyColumnProps {
  take: Generation;
  output: Output;
  linked: Linked;
}

const iconLink =
  "inline-grid size-7 place-items-center rounded-sm text-ink-2 transition hover:bg-surface-3 hover:text-ink-1 max-md:size-11";

/** A finished take beside others: a click on it plays it, or all where they are linked. */
export function ReadyColumn({ take, output, linked }: ReadyColumnProps) {
  const { t } = useTranslation("compare");
  const favorite = useFavorite(take);
  const [broken, setBroken] = useState(false);
  const { register, touch, toggle } = linked;
  const ref = useCallback((video: HTMLVideoElement | null) => register(take.id, video), [register, take.id]);
  const took = tookSeconds(take);
  return (
    <>
      <div className="relative isolate aspect-video overflow-hidden bg-surface-2">
        <Backdrop src={output.posterUrl} />
        <video
          ref={ref}
          src={output.videoUrl}
          poster={output.posterUrl}
          muted
          playsInline
          preload="auto"
          aria-label={take.input.prompt ?? take.model.name}
          onError={() => setBroken(true)}
          onClick={() => {
            touch(take.id);
            toggle();
          }}
          className="relative size-full object-contain"
        />
        {broken && (
          <p role="alert" className="absolute inset-x-0 top-1/2 -translate-y-1/2 px-5 text-center text-on-media">
            {t("unplayable")}
          </p>
        )}
      </div>
      <div className="flex min-h-13 flex-wrap items-center gap-x-4.5 gap-y-1 px-3.5 py-2.5 tabular-nums">
        <span>
          <span className="text-ink-3">{t("readings.cost")}</span>{" "}
          {t("credits", { credits: count(take.charge.captured) })}
        </span>
        {took !== null && (
          <span>
            <span className="text-ink-3">{t("readings.took")}</span> {clock(took)}
          </span>
        )}
        <span className="@max-[350px]:hidden">
          <span className="text-ink-3">{t("readings.size")}</span> {Math.min(output.width, output.height)}p
        </span>
        <span className="ml-auto flex gap-0.5">
          <IconButton
            small
            className="max-md:size-11"
            label={t("favorite")}
            aria-pressed={take.favorite}
            disabled={favorite.isPending}
            onClick={() => favorite.mutate(!take.favorite)}
          >
            <Heart size={16} fill={take.favorite ? "currentColor" : "none"} aria-hidden />
          </IconButton>
          <a
            href={`${output.videoUrl}&download=1`}
            download
            aria-label={t("download")}
            title={t("download")}
            className={iconLink}
          >
            <Download size={16} aria-hidden />
          </a>
          <Link href={`/takes/${take.id}`} aria-label={t("open")} title={t("open")} className={iconLink}>
            <Expand size={16} aria-hidden />
          </Link>
        </span>
        {favorite.error !== null && (
          <p role="alert" className="basis-full text-12 text-bad">
            {favorite.error.message}
          </p>
        )}
      </div>
    </>
  );
}
