import type { TFunction } from "i18next";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { valueLabel } from "../i18n/names";
import type { Generation } from "../api/types";
import { ago, inSeconds, moment } from "../ui/format";
import { useNow } from "../ui/now";
import { Swatch } from "../ui/Swatch";

/** What a take cost, holds, or how often it was tried. */
function moneyOf({ charge, status, attempts }: Generation, t: TFunction<["takes", "frame"]>): string | null {
  if (charge.captured > 0) {
    return t("frame:cr", { count: charge.captured });
  }
  if (charge.held > 0) {
    return t("held", { credits: t("frame:cr", { count: charge.held }) });
  }
  return status === "failed" && attempts > 0 ? t("attempts", { count: attempts }) : null;
}

/** The line under a take: model, settings, money, age. */
export function TakeMeta({ take }: { take: Generation }) {
  const { t } = useTranslation(["takes", "frame"]);
  const now = useNow(30_000);
  const { duration, resolution, aspectRatio } = take.input;
  const upright = aspectRatio != null && aspectRatio !== "16:9" ? aspectRatio : null;
  const parts = [
    duration != null && duration > 0 ? inSeconds(duration) : null,
    resolution == null ? null : valueLabel(resolution),
    upright,
    moneyOf(take, t),
  ].filter((part) => part !== null);
  return (
    <p className="flex min-w-0 items-center gap-[7px] text-12 whitespace-nowrap text-ink-3 tabular-nums">
      <Swatch gradient={take.model.gradient} />
      <span className="truncate text-ink-2">{take.model.name}</span>
      {parts.map((part) => (
        <Fragment key={part}>
          <span aria-hidden>·</span>
          <span>{part}</span>
        </Fragment>
      ))}
      <time dateTime={take.createdAt} title={moment(Date.parse(take.createdAt))} className="ml-auto pl-2">
        {ago(Date.parse(take.createdAt), now)}
      </time>
    </p>
  );
}

/** The words of a take, on one line; they lead to its page. For a finger they reach over the line under them. */
export function TakePrompt({ take }: { take: Generation }) {
  const { t } = useTranslation("takes");
  const text = take.input.prompt ?? t("noPrompt");
  return (
    <p className="min-w-0 leading-[1.42]" title={text}>
      <Link
        href={`/takes/${take.id}`}
        className="block truncate rounded-xs hover:underline max-md:relative max-md:z-1 max-md:-mb-6.5 max-md:h-11"
      >
        {text}
      </Link>
    </p>
  );
}
