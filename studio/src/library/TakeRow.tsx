import { Star } from "lucide-react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Generation } from "../api/types";
import { Checkbox } from "../ui/Checkbox";
import { cx } from "../ui/cx";
import { ago, count, megabytes } from "../ui/format";
import { useNow } from "../ui/now";
import { Swatch } from "../ui/Swatch";
import { bytesOf, ratioName } from "./look";
import { pressTake } from "./pressTake";
import { TakeMenu } from "./TakeMenu";
import { TilePicture } from "./TilePicture";
import { useModeName } from "./useModeName";

export const tableColumns =
  "grid items-center gap-x-4 grid-cols-[32px_56px_minmax(0,1fr)_160px_80px_56px_116px_72px_76px_86px_44px] max-xl:grid-cols-[32px_56px_minmax(0,1fr)_140px_56px_72px_86px_44px] max-md:gap-x-3 max-md:grid-cols-[32px_56px_minmax(0,1fr)_44px]";

interface TakeRowProps {
  take: Generation;
  index: number;
  selected: boolean;
  current: boolean;
  over: boolean;
  onPick(take: Generation, range: boolean): void;
  onCurrent(index: number): void;
}

export const TakeRow = memo(function TakeRow({
  take,
  index,
  selected,
  current,
  over,
  onPick,
  onCurrent,
}: TakeRowProps) {
  const { t } = useTranslation("library");
  const modeName = useModeName();
  const now = useNow(30_000);
  const { outputs, input, model, charge } = take;
  const output = outputs[0];
  const title = input.prompt ?? t("noPrompt");
  const seconds = output?.durationSeconds ?? (input.duration != null && input.duration > 0 ? input.duration : null);
  const length = seconds === null ? "" : t("seconds", { count: Math.round(seconds) });
  const picture =
    output === undefined
      ? input.aspectRatio
      : `${ratioName(output.width, output.height)} · ${Math.min(output.width, output.height)}p`;
  const cost =
    charge.captured > 0 ? t("cr", { shown: count(charge.captured) }) : take.status === "failed" ? t("notCharged") : "";
  const made = ago(Date.parse(take.createdAt), now);

  return (
    <div
      data-index={index}
      className={cx(
        tableColumns,
        "relative h-full border-b border-line tabular-nums transition-colors hover:bg-surface-1",
        selected && "bg-surface-1",
        over && "bg-surface-3",
      )}
    >
      <span role="cell" className="z-1 pl-3 max-md:pl-1">
        <Checkbox
          label={t("select", { title })}
          checked={selected}
          onChange={({ shiftKey }) => onPick(take, shiftKey)}
        />
      </span>
      <span role="cell" className="relative h-8 overflow-hidden rounded-[6px] bg-surface-3">
        <TilePicture take={take} playing={false} alt="" small />
      </span>
      <span role="cell" className="min-w-0">
        <Link
          href={`/takes/${take.id}`}
          data-tile={take.id}
          tabIndex={current ? 0 : -1}
          onClick={(event) => pressTake(event, take, false, onPick)}
          onFocus={() => onCurrent(index)}
          className="static flex items-center gap-2 rounded-xs font-medium after:absolute after:inset-0"
        >
          <span className="truncate">{title}</span>
          {take.favorite && (
            <Star size={15} className="fill-current text-accent" role="img" aria-label={t("favorite")} />
          )}
        </Link>
        <span className="block truncate text-12 text-ink-3 md:hidden">
          {[model.name, length, cost, made].filter(Boolean).join(" · ")}
        </span>
      </span>
      <span role="cell" className="flex min-w-0 items-center gap-2 max-md:hidden">
        <Swatch gradient={model.gradient} />
        <span className="truncate">{model.name}</span>
      </span>
      <span role="cell" className="truncate text-ink-2 max-xl:hidden">
        {modeName(take.mode)}
      </span>
      <span role="cell" className="text-right max-md:hidden">
        {length}
      </span>
      <span role="cell" className="truncate text-ink-2 max-xl:hidden">
        {picture}
      </span>
      <span role="cell" className="truncate text-right max-md:hidden">
        {cost}
      </span>
      <span role="cell" className="text-right text-ink-2 max-xl:hidden">
        {output === undefined ? "" : megabytes(bytesOf([take]))}
      </span>
      <span role="cell" className="truncate text-right text-ink-2 max-md:hidden">
        <time dateTime={take.createdAt} title={new Date(take.createdAt).toLocaleString()}>
          {made}
        </time>
      </span>
      <span role="cell" className="z-1 justify-self-end">
        <TakeMenu take={take} title={title} />
      </span>
    </div>
  );
});
