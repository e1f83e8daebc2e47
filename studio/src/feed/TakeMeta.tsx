import { Fragment } from "react";
import type { Generation } from "../api/types";
import { ago } from "../ui/format";
import { useNow } from "../ui/now";
import { Swatch } from "../ui/Swatch";
import { words } from "../words";
import { takeWords } from "../words/takes";

/** What a take cost, holds, or how often it was tried. */
function moneyOf({ charge, status, attempts }: Generation): string | null {
  if (charge.captured > 0) {
    return words.cr(charge.captured);
  }
  if (charge.held > 0) {
    return takeWords.held(words.cr(charge.held));
  }
  return status === "failed" && attempts > 0 ? takeWords.attempts(attempts) : null;
}

/** The line under a take: model, settings, money, age. */
export function TakeMeta({ take }: { take: Generation }) {
  const now = useNow(30_000);
  const { duration, resolution, aspectRatio } = take.input;
  const upright = aspectRatio != null && aspectRatio !== "16:9" ? aspectRatio : null;
  const parts = [
    duration != null && duration > 0 ? `${duration} s` : null,
    resolution?.replace(/^(\d+)k$/i, "$1K") ?? null,
    upright,
    moneyOf(take),
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
      <time dateTime={take.createdAt} title={new Date(take.createdAt).toLocaleString()} className="ml-auto pl-2">
        {ago(Date.parse(take.createdAt), now)}
      </time>
    </p>
  );
}

/** The words of a take, on one line. */
export function TakePrompt({ take }: { take: Generation }) {
  const text = take.input.prompt ?? takeWords.noPrompt;
  return (
    <p className="truncate leading-[1.42]" title={text}>
      {text}
    </p>
  );
}
